package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleXmlTests {

	private static final List<String> PIECES = List.of("<xml>", "</xml>", "<a>", "</a>", "<b/>", "<Content>",
			"</Content>", "<![CDATA[", "]]>", "]]", "text", "课表", "👨‍👩‍👧", " ", "\n", "\r", "&amp;", "&", "<", ">",
			"<!--x-->", "<?p?>", "a=\"1\"", "<a x='1'>", "\u0001", "\uFFFE", "<!DOCTYPE xml>", "<a >", "</a >", "<1>",
			"<x:y>", "</x:y>");

	@ParameterizedTest
	@ValueSource(strings = { "<xml></xml>", "<xml/>", " <xml>\n<a>1</a> <b/><c><d>2</d></c></xml>\n",
			"<xml><a><![CDATA[]]></a><b><![CDATA[<x>&y;]]]]><![CDATA[>]]></b></xml>", "<xml>text<a/>more</xml>" })
	void whatThePlatformWritesIsReadWithoutStax(String document) {
		assertThat(SimpleXml.read(bytes(document))).isNotNull();
		assertSame(SimpleXml.read(bytes(document)), document);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<", "<xml>", "<xml>&lt;</xml>", "<xml a='1'/>", "<xml><!-- --></xml>",
			"<xml>\r\n</xml>", "<?xml version=\"1.0\"?><xml/>", "<!DOCTYPE xml><xml/>", "<xml/><xml/>",
			"<xml>]]></xml>", "<xml><a></xml></a>", "<xml><![CDATA[", "<xml>\u0001</xml>", "<x:ml/>", "<xml></xml >" })
	void whateverElseThereIsIsLeftToStax(String document) {
		assertThat(SimpleXml.read(bytes(document))).isNull();
	}

	@Test
	void whereBothReadTheyReadTheSame() {
		Random random = new Random(20141231);
		int read = 0;
		for (int i = 0; i < 300_000; i++) {
			StringBuilder document = new StringBuilder("<xml>");
			int pieces = random.nextInt(9);
			for (int j = 0; j < pieces; j++) {
				document.append(PIECES.get(random.nextInt(PIECES.size())));
			}
			document.append("</xml>");
			XmlNode simple = SimpleXml.read(bytes(document.toString()));
			if (simple != null) {
				read++;
				assertSame(simple, document.toString());
			}
		}
		assertThat(read).isGreaterThan(1000);
	}

	private static void assertSame(@Nullable XmlNode simple, String document) {
		XmlNode any = XmlReader.readAny(bytes(document));
		assertThat(simple).isNotNull();
		assertThat(shown(simple)).as(document).isEqualTo(shown(any));
	}

	@Test
	void aControlCharacterIsSeenAtEveryPlace() {
		String document = "<xml><Content><![CDATA[0123456789]]></Content></xml>";
		for (int i = 0; i < 10; i++) {
			byte[] spoiled = bytes(document);
			spoiled[document.indexOf("0123") + i] = 0x1F;
			assertThat(SimpleXml.read(spoiled)).as("at %d", i).isNull();
		}
	}

	@Test
	void whatIsNotUtf8IsLeftToStax() {
		byte[] spoiled = bytes("<xml>0123456789</xml>");
		spoiled[7] = (byte) 0xC3;
		assertThat(SimpleXml.read(spoiled)).isNull();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String shown(XmlNode node) {
		StringBuilder text = new StringBuilder(node.name()).append('[').append(node.text()).append('|');
		node.children().forEach((child) -> text.append(shown(child)));
		return text.append(']').toString();
	}

}
