package cn.mentougou.wechatsim;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.PushXml;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * An account's server in safe mode that says what it was told, so that a page has
 * something to show.
 */
final class EchoServer implements AutoCloseable {

	private static final String ARTICLE = """
			<MsgType>news</MsgType><ArticleCount>1</ArticleCount><Articles><item><Title>本区召开招生工作会</Title>\
			<Description>会议通报了今年的招生计划</Description><PicUrl>/img/campus.jpg</PicUrl>\
			<Url>https://example.edu.cn/news/1</Url></item></Articles>""";

	private final WebhookStub stub = new WebhookStub();

	private final SimAccount account;

	private final PushCipher cipher;

	EchoServer(SimAccount account) {
		this.account = account.withWebhookUrl(stub.url())
			.withMenu(List.of(
					MenuButton.submenu("班级", MenuButton.click("我的班级", "MY_CLASS"), MenuButton.click("班级通知", "NOTICES")),
					MenuButton.view("网站", "https://example.edu.cn/"), MenuButton.click("帮助", "HELP")));
		this.cipher = new PushCipher(account.aesKey());
		stub.answers((request) -> WebhookStub.Answer.of(answer(opened(request.body()))));
	}

	/** The account with this server and its menu. */
	SimAccount account() {
		return account;
	}

	/** From now on the server is broken. */
	void fails() {
		stub.answers((request) -> new WebhookStub.Answer(500, "{\"error\":\"broken\"}", Duration.ZERO));
	}

	/** From now on the server takes its time. */
	void answersAfter(Duration delay) {
		stub.answers((request) -> WebhookStub.Answer.of(answer(opened(request.body()))).after(delay));
	}

	/** How often the server was told these words. */
	long timesTold(String words) {
		return stub.received().stream().filter((request) -> opened(request.body()).contains(words)).count();
	}

	@Override
	public void close() {
		stub.close();
	}

	private String opened(String body) {
		return cipher.open(element(body, "Encrypt")).xml();
	}

	private String answer(String xml) {
		String event = element(xml, "Event");
		if (event.equals("unsubscribe") || event.startsWith("subscribe_msg_") || event.endsWith("JOBFINISH")) {
			return "success";
		}
		PushXml reply = new PushXml().text("ToUserName", element(xml, "FromUserName"))
			.text("FromUserName", element(xml, "ToUserName"))
			.number("CreateTime", element(xml, "CreateTime"));
		boolean news = element(xml, "Content").equals("新闻");
		return sealed((news ? reply.raw(ARTICLE) : reply.text("MsgType", "text").text("Content", words(xml))).end());
	}

	private String sealed(String xml) {
		String sealed = cipher.seal(new PushCipher.Opened(xml, account.appId()), "0123456789abcdef");
		return new PushXml().text("Encrypt", sealed)
			.text("MsgSignature", Signature.of(account.token(), "1764000000", "73219842", sealed))
			.number("TimeStamp", "1764000000")
			.text("Nonce", "73219842")
			.end();
	}

	private static String words(String xml) {
		return switch (element(xml, "Event")) {
			case "subscribe" ->
				"欢迎关注！您可以这样问：\n· 写“招生”看入学政策\n· 写“班级”收班级通知\n· 写“帮助”看全部办法\n\n更多请看<a href=\"https://example.edu.cn/\">教育委员会网站</a>";
			case "" -> "您说的是：" + element(xml, "Content");
			default -> "您点的是：" + element(xml, "EventKey");
		};
	}

	private static String element(String xml, String name) {
		Matcher matcher = Pattern
			.compile("<%s>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</%s>".formatted(name, name), Pattern.DOTALL)
			.matcher(xml);
		return matcher.find() ? matcher.group(1) : "";
	}

}
