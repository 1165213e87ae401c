package cn.mentougou.wechatsim.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.world.Person;

/** The page on which a person allows an account what it asks for. */
final class AuthorizePage {

	private static final String FRAME = """
			<!DOCTYPE html>
			<html lang="zh-CN"><head><meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>%s</title>
			<style>
			body { font: 17px/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 30em; padding: 1.5em; color: #191919 }
			h1 { font-size: 1.2em } ul { list-style: none; padding: 0 }
			a { display: block; padding: .8em 1em; margin: .5em 0; border-radius: 8px; background: #ededed;
			    color: #06603a; text-decoration: none; text-align: center }
			a.allow { background: #06783f; color: #fff }
			p { color: #555 }
			</style></head><body><main>%s</main></body></html>
			""";

	private AuthorizePage() {
	}

	static String refusal(AuthorizeQuestion.Refused refused) {
		return page("无法打开",
				"<h1>" + escape(String.valueOf(refused.getMessage())) + "</h1><p>错误码：" + refused.code() + "</p>");
	}

	/** Asks the person, or asks first who is at the phone. */
	static String question(AuthorizeQuestion question, String query, List<Person> persons, @Nullable Person known) {
		String account = escape(question.account().name());
		if (known != null) {
			return page("微信登录",
					"<h1>" + account + " 申请获取以下权限</h1><p>获得你的公开信息（昵称、头像等）</p>" + "<p>当前手机：" + escape(known.nickname())
							+ "</p>" + link(query, known, "allow", "允许") + link(query, known, "snapshot", "先看快照页（虚拟身份）")
							+ link(query, known, "deny", "拒绝"));
		}
		StringBuilder list = new StringBuilder("<h1>现在是谁的手机？</h1><p>真实的微信知道是谁，模拟器要问一下。“").append(account)
			.append("”想知道打开页面的是谁。</p>");
		for (Person person : persons) {
			list.append(link(query, person, "allow", escape(person.nickname())));
		}
		if (persons.isEmpty()) {
			list.append("<p>还没有人：请先在模拟手机页面上添加一个人。</p>");
		}
		else {
			list.append(link(query, persons.get(0), "snapshot", "以快照页方式打开（虚拟身份）"));
		}
		return page("选择手机", list.append(link(query, null, "deny", "拒绝")).toString());
	}

	private static String link(String query, @Nullable Person person, String answer, String words) {
		String who = (person != null) ? "&person=" + person.id() : "";
		return "<a class=\"" + answer + "\" href=\"/connect/oauth2/answer?" + escape(query + who + "&answer=" + answer)
				+ "\">" + words + "</a>";
	}

	private static String page(String title, String content) {
		return FRAME.formatted(escape(title), content);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
