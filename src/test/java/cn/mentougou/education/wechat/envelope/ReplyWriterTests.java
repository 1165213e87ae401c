package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.envelope.InboundMessage.Header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReplyWriterTests {

	private static final Header HEADER = new Header("wx1", "gh_1", "oUser", Instant.EPOCH, "text", "1");

	@Test
	void aTextGoesBackToThePersonFromTheAccount() {
		assertThat(xml(new Reply.Text("您好"))).isEqualTo("<xml><ToUserName><![CDATA[oUser]]></ToUserName>"
				+ "<FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>1764000001</CreateTime>"
				+ "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[您好]]></Content></xml>");
	}

	@Test
	void whateverATextContainsIsReadBackUnchanged() {
		for (String content : List.of("]]>", "]]]]>>]]", "<a href=\"x\">&amp;</a>", "👨‍👩‍👧\n\t", "]]><![CDATA[")) {
			assertThat(XmlReader.read(bytes(new Reply.Text(content))).text("Content")).isEqualTo(content);
		}
		assertThat(XmlReader.read(bytes(new Reply.Text("a\u0001b"))).text("Content")).isEqualTo("a\uFFFDb");
	}

	@Test
	void everyKindHasTheElementsThatThePlatformReads() {
		assertThat(xml(new Reply.Image("m"))).contains("<Image><MediaId><![CDATA[m]]></MediaId></Image>");
		assertThat(xml(new Reply.Voice("m"))).contains("<Voice><MediaId><![CDATA[m]]></MediaId></Voice>");
		assertThat(xml(new Reply.Video("m", "t", "d"))).contains("<Video><MediaId><![CDATA[m]]></MediaId>"
				+ "<Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description></Video>");
		assertThat(xml(new Reply.Music("t", "d", "u", "h", "m"))).contains("<MusicUrl><![CDATA[u]]></MusicUrl>"
				+ "<HQMusicUrl><![CDATA[h]]></HQMusicUrl><ThumbMediaId><![CDATA[m]]></ThumbMediaId></Music>");
		assertThat(xml(new Reply.News(List.of(new Reply.Article("t", "d", "p", "u")))))
			.contains("<ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[t]]></Title>");
		assertThat(xml(new Reply.TransferToStaff(null))).contains("transfer_customer_service")
			.doesNotContain("TransInfo");
		assertThat(xml(new Reply.TransferToStaff("a@x")))
			.contains("<TransInfo><KfAccount><![CDATA[a@x]]></KfAccount></TransInfo>");
		assertThat(xml(new Reply.TransferToAssistant())).contains("transfer_biz_ai_ivr");
	}

	@Test
	void aReplyBeyondThePlatformsLimitsCannotBeMade() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Reply.Text("字".repeat(683)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Reply.Text(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> new Reply.News(List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new Reply.Text("a\u0001".repeat(600)));
		assertThat(new Reply.Text("字".repeat(682)).content()).hasSize(682);
	}

	private static String xml(Reply reply) {
		return new String(bytes(reply), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(Reply reply) {
		return ReplyWriter.write(reply, HEADER, Instant.ofEpochSecond(1764000001));
	}

}
