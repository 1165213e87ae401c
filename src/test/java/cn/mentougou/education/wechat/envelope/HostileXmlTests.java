package cn.mentougou.education.wechat.envelope;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostileXmlTests extends PushedXml {

	@Test
	void cve201820318AnExternalEntityIsRefused() {
		assertUnreadable(
				"<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + xml("text", "<Content>&x;</Content>"));
	}

	@Test
	void cve20195312AParameterEntityIsRefused() {
		assertUnreadable("<!DOCTYPE xml [<!ENTITY % d SYSTEM \"http://127.0.0.1:1/x.dtd\"> %d;]>" + xml("text", ""));
	}

	@Test
	void aBillionLaughsAreRefused() {
		assertUnreadable(
				"<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"
						+ xml("text", "<Content>&c;</Content>"));
	}

	@Test
	void anEmptyDoctypeAndAnUndeclaredEntityAreRefused() {
		assertUnreadable("<!DOCTYPE xml>" + xml("text", ""));
		assertUnreadable(xml("text", "<Content>&nbsp;</Content>"));
	}

	@Test
	void aDoctypeThatTheJdkCannotEvenRefuseIsRefused() {
		assertUnreadable("<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY😀 b \"x\">]>" + xml("text", ""));
	}

	@Test
	void xml11AndItsControlCharactersAreRefused() {
		assertUnreadable("<?xml version=\"1.1\"?>" + xml("text", "<Content>&#1;</Content>"));
	}

	@Test
	void aPlaceThatIsNowhereIsNoPlace() {
		for (String number : List.of("NaN", "1e999", "1".repeat(400))) {
			assertThat(message("location", "<Location_X>" + number + "</Location_X><Location_Y>1</Location_Y>"))
				.isInstanceOf(InboundMessage.Unknown.class);
			assertThat(event("LOCATION",
					"<Latitude>1</Latitude><Longitude>2</Longitude><Precision>" + number + "</Precision>"))
				.isEqualTo(new InboundEvent.Unknown("LOCATION"));
		}
	}

	@Test
	void textInThousandsOfPiecesIsReadInOnePass() {
		ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		byte[] xml = xml("text", "<Content>" + "&amp;".repeat(12_000) + "</Content>").getBytes(StandardCharsets.UTF_8);
		MessageReader.read(APP_ID, xml);
		long before = thread.getCurrentThreadAllocatedBytes();
		assertThat(MessageReader.read(APP_ID, xml).message().words()).contains("&".repeat(12_000));
		assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(200L * xml.length);
	}

	@Test
	void xincludeAndSchemaLocationAreJustElements() {
		InboundMessage message = message("text",
				"<Content>a</Content><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>");
		assertThat(message.words()).contains("a");
	}

	@Test
	void deepAndWideDocumentsAreRefused() {
		assertUnreadable("<xml>" + "<a>".repeat(20) + "</a>".repeat(20) + "</xml>");
		assertUnreadable("<xml>" + "<a/>".repeat(5000) + "</xml>");
	}

	@Test
	void otherEncodingsAreRefused() {
		assertThatExceptionOfType(UnreadableMessage.class)
			.isThrownBy(() -> MessageReader.read(APP_ID, xml("text", "").getBytes(StandardCharsets.UTF_16)));
		assertThatExceptionOfType(UnreadableMessage.class)
			.isThrownBy(() -> MessageReader.read(APP_ID, new byte[] { '<', 'x', (byte) 0xC0, (byte) 0xAF }));
	}

}
