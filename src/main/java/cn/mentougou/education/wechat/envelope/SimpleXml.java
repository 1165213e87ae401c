package cn.mentougou.education.wechat.envelope;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads XML as the platform really writes it, in one pass over the characters: elements
 * without attributes that hold CDATA, text or elements. Whatever else XML may contain
 * (entities, comments, attributes, declarations, carriage returns, unusual names) makes
 * it give up, and {@link XmlReader} reads the document by StAX instead; where it does not
 * give up, both read the same.
 */
final class SimpleXml {

	private static final String CDATA = "<![CDATA[";

	private static final String CDATA_END = "]]>";

	private static final int MAX_DEPTH = 12;

	private static final int MAX_ELEMENTS = 4000;

	/** Far below what StAX bears. */
	private static final int MAX_NAME = 64;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long SPACES = 0x2020202020202020L;

	private static final long TOP_BITS = 0x8080808080808080L;

	private final String document;

	private int at;

	private int elements;

	private SimpleXml(String document) {
		this.document = document;
	}

	/** The document's root, or nothing if it is not as simple as that. */
	static @Nullable XmlNode read(byte[] bytes) {
		String document = new String(bytes, StandardCharsets.UTF_8);
		if (!isPlain(bytes, document)) {
			return null;
		}
		SimpleXml reader = new SimpleXml(document);
		reader.skipSpace();
		XmlNode root = reader.element(1);
		reader.skipSpace();
		return root != null && reader.at == document.length() ? root : null;
	}

	private @Nullable XmlNode element(int depth) {
		String name = startTag();
		if (name == null || depth > MAX_DEPTH || ++this.elements > MAX_ELEMENTS) {
			return null;
		}
		XmlNode node = new XmlNode(name);
		if (this.document.charAt(this.at - 2) == '/') {
			return node;
		}
		while (this.at < this.document.length()) {
			if (this.document.startsWith("</", this.at)) {
				return endTag(name) ? node : null;
			}
			if (!content(node, depth)) {
				return null;
			}
		}
		return null;
	}

	private boolean content(XmlNode node, int depth) {
		if (this.document.charAt(this.at) != '<') {
			return text(node);
		}
		if (this.document.startsWith(CDATA, this.at)) {
			return cdata(node);
		}
		XmlNode child = element(depth + 1);
		if (child == null) {
			return false;
		}
		node.add(child);
		return true;
	}

	private boolean text(XmlNode node) {
		int end = this.document.indexOf('<', this.at);
		if (end < 0) {
			return false;
		}
		String text = this.document.substring(this.at, end);
		if (text.indexOf('&') >= 0 || text.contains(CDATA_END)) {
			return false;
		}
		node.append(text);
		this.at = end;
		return true;
	}

	private boolean cdata(XmlNode node) {
		int start = this.at + CDATA.length();
		int end = this.document.indexOf(CDATA_END, start);
		if (end < 0) {
			return false;
		}
		node.append(this.document.substring(start, end));
		this.at = end + CDATA_END.length();
		return true;
	}

	private @Nullable String startTag() {
		int start = this.at + 1;
		if (this.at >= this.document.length() || this.document.charAt(this.at) != '<') {
			return null;
		}
		int end = start;
		while (end < this.document.length() && isName(this.document.charAt(end), end == start)) {
			end++;
		}
		int close = this.document.startsWith("/>", end) ? end + 2 : end + 1;
		if (end == start || end - start > MAX_NAME || close > this.document.length()
				|| this.document.charAt(close - 1) != '>') {
			return null;
		}
		this.at = close;
		return this.document.substring(start, end);
	}

	private boolean endTag(String name) {
		int close = this.at + 2 + name.length();
		if (!this.document.startsWith(name, this.at + 2) || close >= this.document.length()
				|| this.document.charAt(close) != '>') {
			return false;
		}
		this.at = close + 1;
		return true;
	}

	private void skipSpace() {
		while (this.at < this.document.length() && (this.document.charAt(this.at) == ' '
				|| this.document.charAt(this.at) == '\n' || this.document.charAt(this.at) == '\t')) {
			this.at++;
		}
	}

	private static boolean isName(char character, boolean isFirst) {
		return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_'
				|| !isFirst && character >= '0' && character <= '9';
	}

	/**
	 * Whether there are only characters that StAX reads as they stand. Eight bytes are
	 * looked at together, as this is all of the document before anything is proven.
	 */
	private static boolean isPlain(byte[] bytes, String document) {
		int at = 0;
		for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
			long eight = (long) LONGS.get(bytes, at);
			if (((eight - SPACES) & ~eight & TOP_BITS) != 0 && hasControl(bytes, at, at + Long.BYTES)) {
				return false;
			}
		}
		// What was not UTF-8 has become the first of these.
		return !hasControl(bytes, at, bytes.length) && document.indexOf('\uFFFD') < 0 && document.indexOf('\uFFFE') < 0
				&& document.indexOf('\uFFFF') < 0;
	}

	private static boolean hasControl(byte[] bytes, int from, int until) {
		for (int i = from; i < until; i++) {
			if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t') {
				return true;
			}
		}
		return false;
	}

}
