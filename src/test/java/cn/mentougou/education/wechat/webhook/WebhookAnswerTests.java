package cn.mentougou.education.wechat.webhook;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.wechatsim.envelope.XmlTree;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookAnswerTests extends ThreeAccounts {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theAddressIsVerifiedByEchoingByteForByte() {
		String echo = "5837397576500011341<&>+%20 \"课\"";
		HttpResponse<String> response = safe().with("echostr", echo).get();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(echo);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/plain"));
	}

	@Test
	void whatWasSealedAndCannotBeReadIsKeptAsADeadLetterOnce() {
		String unreadable = "<xml><!-- " + UUID.randomUUID() + " --><ToUserName>gh</ToUserName></xml>";
		for (int i = 0; i < 2; i++) {
			assertSuccess(safe().sealed(unreadable).post());
		}
		assertSuccess(safe().sealed("<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + text("&x;")).post());
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM dead_letter WHERE kind = 'unreadable' AND attempts = 2")
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void aSafeMessageIsAnsweredSealed() {
		PlatformCaller call = safe();
		HttpResponse<String> response = call.sealed(text("没有规则的话")).post();
		XmlTree reply = call.opened(response);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(reply.textOf("ToUserName")).isEqualTo("oUser");
		assertThat(reply.textOf("FromUserName")).isEqualTo("gh_" + SAFE);
		assertThat(reply.textOf("Content")).isNotBlank();
	}

	@Test
	void compatibleModeBelievesOnlyWhatIsSealedAndAnswersSealed() {
		String id = UUID.randomUUID().toString();
		PlatformCaller call = compatible();
		String clearForgery = "<FromUserName>oForged</FromUserName><MsgType>text</MsgType><Content>forged</Content>";
		HttpResponse<String> response = call
			.sealed(message(COMPATIBLE, "text", "<Content>" + id + "</Content>"), clearForgery)
			.post();
		assertThat(call.opened(response).textOf("ToUserName")).isEqualTo("oUser");
	}

	@Test
	void aPlainMessageIsAnsweredPlain() {
		HttpResponse<String> response = plain().raw(message(PLAIN, "text", "<Content>你好</Content>")).post();
		assertThat(XmlTree.read(response.body()).textOf("MsgType")).isEqualTo("text");
	}

	@Test
	void thePreviousTokenAndKeyStillWorkAndSealTheAnswer() {
		PlatformCaller call = safe().withToken(PREVIOUS_TOKEN).withAesKey(PREVIOUS_AES_KEY);
		HttpResponse<String> response = call.sealed(text("你好")).post();
		assertThat(call.opened(response).textOf("Content")).isNotBlank();
	}

	@Test
	void anEventThatNeedsNoAnswerIsAnsweredSuccess() {
		assertSuccess(safe().sealed(message(SAFE, "event", "<Event>unsubscribe</Event>")).post());
	}

	@Test
	void twoResultsInOneSecondBothLive() {
		String first = message(SAFE, "event",
				"<Event>TEMPLATESENDJOBFINISH</Event><MsgID>1</MsgID><Status>success</Status>");
		int before = rows();
		assertSuccess(safe().sealed(first).post());
		assertSuccess(safe().sealed(first).post());
		assertSuccess(safe().sealed(first.replace("<MsgID>1<", "<MsgID>2<")).post());
		assertThat(rows() - before).isEqualTo(2);
	}

	@Test
	void whatPeopleWriteStandsNowhereInTheClear() {
		String words = "密语" + UUID.randomUUID();
		safe().sealed(text(words)).post();
		byte[] content = this.jdbc.sql("SELECT content FROM inbox_message ORDER BY received_at DESC LIMIT 1")
			.query(byte[].class)
			.single();
		assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain(words, "oUser");
	}

	private int rows() {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_message WHERE kind = 'event:TEMPLATESENDJOBFINISH'")
			.query(Integer.class)
			.single();
	}

}
