package cn.mentougou.wechatsim.envelope;

import org.jspecify.annotations.Nullable;

/** Writes the XML of a push as the platform does: texts in CDATA, numbers bare. */
public final class PushXml {

	private final StringBuilder xml = new StringBuilder("<xml>");

	public PushXml text(String name, @Nullable String value) {
		xml.append('<').append(name).append("><![CDATA[");
		xml.append(legal((value != null) ? value : "").replace("]]>", "]]]]><![CDATA[>"));
		xml.append("]]></").append(name).append('>');
		return this;
	}

	public PushXml number(String name, Object value) {
		xml.append('<').append(name).append('>').append(value).append("</").append(name).append('>');
		return this;
	}

	/** Takes elements as they are; whoever writes them answers for their form. */
	public PushXml raw(String elements) {
		xml.append(elements);
		return this;
	}

	/** What was written, for use inside another element. */
	public String elements() {
		return xml.substring("<xml>".length());
	}

	public String end() {
		return xml + "</xml>";
	}

	/**
	 * XML 1.0 knows no control characters but tab and line ends, and no lone surrogate.
	 */
	private static String legal(String value) {
		StringBuilder result = new StringBuilder(value.length());
		value.codePoints()
			.filter((point) -> point >= 0x20 || point == '\t' || point == '\n' || point == '\r')
			.filter((point) -> point < 0xD800 || point > 0xDFFF)
			.filter((point) -> point != 0xFFFE && point != 0xFFFF)
			.forEach(result::appendCodePoint);
		return result.toString();
	}

}
