package cn.mentougou.wechatsim.envelope;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PushXmlTests {

	@Test
	void textsThatXmlCouldStumbleOverComeBackWhole() {
		for (String text : new String[] { "课表", "a]]>b", "]]>", "😀👨‍👩‍👧", "<xml>&amp;</xml>", "",
				"字".repeat(2048) }) {
			String xml = new PushXml().text("Content", text).number("MsgId", 1).end();
			assertThat(XmlTree.read(xml).textOf("Content")).isEqualTo(text);
		}
	}

	@Test
	void charactersThatXmlForbidsAreLeftOut() {
		assertThat(XmlTree.read(new PushXml().text("Content", "a\u0000b\u0008c\uFFFE").end()).textOf("Content"))
			.isEqualTo("abc");
	}

	@Test
	void documentTypesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> XmlTree
			.read("<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><xml><Content>&a;</Content></xml>"));
		assertThatIllegalArgumentException().isThrownBy(() -> XmlTree.read("{\"a\":1}"));
	}

}
