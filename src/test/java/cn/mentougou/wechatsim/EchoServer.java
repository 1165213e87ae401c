package cn.mentougou.wechatsim;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.mentougou.wechatsim.world.MenuButton;

/**
 * An account's server in plain mode that says what it was told, so that a page has
 * something to show.
 */
final class EchoServer implements AutoCloseable {

	private final WebhookStub stub = new WebhookStub();

	EchoServer() {
		stub.answers((request) -> WebhookStub.Answer.of(reply(request.body())));
	}

	static List<MenuButton> menu() {
		return List.of(
				MenuButton.submenu("班级", MenuButton.click("我的班级", "MY_CLASS"), MenuButton.click("班级通知", "NOTICES")),
				MenuButton.click("帮助", "HELP"));
	}

	String url() {
		return stub.url();
	}

	/** From now on the server is broken. */
	void fails() {
		stub.answers((request) -> new WebhookStub.Answer(500, "{\"error\":\"broken\"}", Duration.ZERO));
	}

	List<String> received() {
		return stub.received().stream().map(WebhookStub.Received::body).toList();
	}

	@Override
	public void close() {
		stub.close();
	}

	private static String reply(String xml) {
		if (element(xml, "Event").equals("unsubscribe")) {
			return "success";
		}
		return """
				<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
				<CreateTime>%s</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[%s]]></Content></xml>"""
			.formatted(element(xml, "FromUserName"), element(xml, "ToUserName"), element(xml, "CreateTime"),
					words(xml));
	}

	private static String words(String xml) {
		return switch (element(xml, "Event")) {
			case "subscribe" -> "欢迎关注！写“帮助”看看能问什么。";
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
