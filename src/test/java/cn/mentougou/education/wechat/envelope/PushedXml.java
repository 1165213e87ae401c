package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Pushes as the platform writes them, and what is read of them. */
abstract class PushedXml {

	static final String APP_ID = "wx00000000000000f1";

	static void assertUnreadable(String xml) {
		assertThatExceptionOfType(UnreadableMessage.class)
			.isThrownBy(() -> MessageReader.read(APP_ID, xml.getBytes(StandardCharsets.UTF_8)));
	}

	static InboundMessage message(String type, String elements) {
		return delivery(type, elements).message();
	}

	static InboundEvent event(String name, String elements) {
		return ((InboundMessage.Event) message("event", "<Event>" + name + "</Event>" + elements)).event();
	}

	static MessageReader.Delivery delivery(String type, String elements) {
		return MessageReader.read(APP_ID, xml(type, elements).getBytes(StandardCharsets.UTF_8));
	}

	static String xml(String type, String elements) {
		return "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oUser]]></FromUserName>"
				+ "<CreateTime>1764000000</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + elements
				+ "</xml>";
	}

}
