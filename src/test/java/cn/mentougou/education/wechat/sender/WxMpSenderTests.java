package cn.mentougou.education.wechat.sender;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.education.wechat.token.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

class WxMpSenderTests {

	private static final String SEND = "/cgi-bin/message/custom/send";

	private final FakePlatform platform = new FakePlatform();

	private final TestTokens tokens = new TestTokens();

	private final WxMpSender sender = new WxMpSender(this.tokens.clients(this.platform.url()));

	@AfterEach
	void close() {
		this.platform.close();
	}

	@Test
	void textLeavesUnescaped() {
		this.platform.answer(SEND, "{\"errcode\":0,\"errmsg\":\"ok\"}");
		assertThat(
				this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("好😀<a href=\"x\">'&</a>"), ""))
			.isEqualTo(new Outcome.Sent(null));
		assertThat(this.platform.calls(SEND).get(0).body())
			.isEqualTo("{\"touser\":\"oPerson\",\"msgtype\":\"text\",\"text\":"
					+ "{\"content\":\"好😀<a href=\\\"x\\\">'&</a>\"}}");
	}

	@ParameterizedTest
	@MethodSource
	void everyKindLeavesAsThePlatformReadsIt(OutboundMessage message, String body) {
		String path = message.channel().api();
		this.platform.answer(path, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":3100000001}");
		assertThat(this.sender.send(Accounts.APP_ID, "o", message, "k1")).isEqualTo(new Outcome.Sent("3100000001"));
		assertThat(this.platform.calls(path).get(0).body()).isEqualTo(body);
		assertThat(MessageForm.read(MessageForm.kind(message), MessageForm.written(message))).isEqualTo(message);
	}

	static Stream<Arguments> everyKindLeavesAsThePlatformReadsIt() {
		Map<String, String> fields = Map.of("thing1", "数学课");
		return Stream.of(kind(new OutboundMessage.Text("好"), "'msgtype':'text','text':{'content':'好'}"),
				kind(new OutboundMessage.Image("M"), "'msgtype':'image','image':{'media_id':'M'}"),
				kind(new OutboundMessage.Voice("M"), "'msgtype':'voice','voice':{'media_id':'M'}"),
				kind(new OutboundMessage.Video("M", "T", "a", "b"),
						"'msgtype':'video','video':{'media_id':'M','thumb_media_id':'T','title':'a','description':'b'}"),
				kind(new OutboundMessage.Music("a", "b", "c", "d", "T"),
						"'msgtype':'music','music':{'title':'a','description':'b','thumb_media_id':'T','musicurl':'c',"
								+ "'hqmusicurl':'d'}"),
				kind(new OutboundMessage.News("a", "b", "c", "d"),
						"'msgtype':'news','news':{'articles':[{'title':'a','description':'b','url':'c','picurl':'d'}]}"),
				kind(new OutboundMessage.Article("A"), "'msgtype':'mpnewsarticle','mpnewsarticle':{'article_id':'A'}"),
				kind(new OutboundMessage.Choice("a", List.of(new OutboundMessage.Option("1", "b")), "c"),
						"'msgtype':'msgmenu','msgmenu':{'head_content':'a','list':[{'id':'1','content':'b'}],"
								+ "'tail_content':'c'}"),
				kind(new OutboundMessage.MiniProgram("a", "wx1", "p", "T"),
						"'msgtype':'miniprogrampage','miniprogrampage':{'title':'a','appid':'wx1','pagepath':'p',"
								+ "'thumb_media_id':'T'}"),
				kind(new OutboundMessage.Coupon("C"), "'msgtype':'wxcard','wxcard':{'card_id':'C'}"),
				kind(new OutboundMessage.Template("T", "u", new OutboundMessage.MiniProgramPage("wx1", "p"), fields),
						"'template_id':'T','client_msg_id':'k1','url':'u','miniprogram':{'appid':'wx1','pagepath':'p'},"
								+ "'data':{'thing1':{'value':'数学课'}}"),
				kind(new OutboundMessage.Notice("T", "u", null, fields),
						"'template_id':'T','page':'u','data':{'thing1':{'value':'数学课'}}"));
	}

	private static Arguments kind(OutboundMessage message, String body) {
		return Arguments.of(message, ("{'touser':'o'," + body + "}").replace('\'', '"'));
	}

	@ParameterizedTest
	@MethodSource
	void answerDecides(int status, String body, Outcome outcome) {
		this.platform.answer(SEND, (call) -> new FakePlatform.Answer(status, body));
		assertThat(this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("好"), "")).isEqualTo(outcome);
		assertThat(this.platform.calls(SEND)).hasSize(1);
	}

	static Stream<Arguments> answerDecides() {
		return Stream.of(refused(45015), refused(45047), refused(43019), refused(48002), refused(40003), refused(48001),
				Arguments.of(200, error(-1), new Outcome.Unknown("-1", "1a-2b")),
				Arguments.of(200, error(45011), new Outcome.NotSent("45011")),
				Arguments.of(200, error(45009), new Outcome.NotSent("45009")),
				Arguments.of(502, "<html>", new Outcome.Unknown("HTTP 502", "")),
				Arguments.of(302, "", new Outcome.Unknown("HTTP 302", "")),
				Arguments.of(200, "", new Outcome.Unknown(Reason.ANSWER, "")),
				Arguments.of(200, "{}", new Outcome.Unknown(Reason.ANSWER, "")),
				Arguments.of(200, "<xml>", new Outcome.Unknown(Reason.ANSWER, "")),
				Arguments.of(200, "<html>", new Outcome.Unknown(Reason.ANSWER, "")),
				Arguments.of(200, "{\"errcode\":", new Outcome.Unknown(Reason.ANSWER, "")),
				// On these marks the SDK's JSON reader would wait for ever.
				Arguments.of(200, "\uFEFF\uFEFF" + "1".repeat(3000), new Outcome.Unknown(Reason.ANSWER, "")),
				Arguments.of(200, "null", new Outcome.Unknown(Reason.ANSWER, "")),
				Arguments.of(FakePlatform.Answer.CUT, "", new Outcome.Unknown(Reason.ANSWER, "")));
	}

	@Test
	void answerThatDoesNotComeLeavesTheOutcomeUnknown() {
		CountDownLatch never = new CountDownLatch(1);
		this.platform.answer(SEND, (call) -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new FakePlatform.Answer(FakePlatform.Answer.CUT, "");
		});
		assertThat(this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("好"), ""))
			.isEqualTo(new Outcome.Unknown(Reason.TIMEOUT, ""));
		assertThat(this.platform.calls(SEND)).hasSize(1);
		never.countDown();
	}

	@Test
	void tokenRefusedTwiceMeansNothingWasSent() {
		this.platform.answer(SEND, error(40001));
		assertThat(this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("好"), ""))
			.isEqualTo(new Outcome.NotSent("40001"));
		assertThat(this.platform.calls(SEND)).hasSize(2);
	}

	@Test
	void platformThatIsNotThereGotNothing() {
		this.platform.close();
		assertThat(this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("好"), ""))
			.isEqualTo(new Outcome.NotSent(Reason.UNREACHABLE));
		assertThat(new WxMpSender(this.tokens.clients("http://nowhere.invalid")).send(Accounts.APP_ID, "oPerson",
				new OutboundMessage.Text("好"), ""))
			.isEqualTo(new Outcome.NotSent(Reason.UNREACHABLE));
	}

	@Test
	void accountThatIsGoneIsRefused() {
		assertThat(this.sender.send("wx00000000000000zz", "oPerson", new OutboundMessage.Text("好"), ""))
			.isEqualTo(new Outcome.Refused(Reason.ACCOUNT, ""));
	}

	@ParameterizedTest
	@MethodSource
	void everyReasonHasChineseSentence(String reason) {
		assertThat(Reason.sentence(reason)).matches("[\\p{IsHan}].*。");
	}

	static Stream<String> everyReasonHasChineseSentence() {
		return Stream.of(Reason.WINDOW, Reason.NO_WINDOW, Reason.QUOTA, Reason.KIND, Reason.ACCOUNT, Reason.KEY,
				Reason.UNREACHABLE, Reason.DATABASE, Reason.TIMEOUT, Reason.ANSWER, Reason.INTERRUPTED, "-1",
				Reason.CAPABILITY, Reason.DAY, Reason.LATE, Reason.CONSENT, Reason.BREAKER, Reason.TOKEN + 40164,
				Reason.HTTP + 502, "40003", "45015", "45047", "43019", "48001", "77777");
	}

	private static Arguments refused(int code) {
		return Arguments.of(200, error(code), new Outcome.Refused(Integer.toString(code), "1a-2b"));
	}

	private static String error(int code) {
		return "{\"errcode\":" + code + ",\"errmsg\":\"no rid: 1a-2b\"}";
	}

}
