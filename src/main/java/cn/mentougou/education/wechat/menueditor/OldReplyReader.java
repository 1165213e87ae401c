package cn.mentougou.education.wechat.menueditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.wechat.reply.Trigger;

/**
 * Reads the platform's automatic replies (获取公众号的自动回复规则): the welcome, the default answer
 * and the keyword rules, in which each keyword matches as a whole or wherever it stands.
 */
final class OldReplyReader {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private OldReplyReader() {
	}

	/** Every reply that says anything. */
	static List<OldReply> read(String text) {
		JsonNode whole = JSON.readTree(text);
		List<OldReply> replies = new ArrayList<>();
		single(replies, Trigger.WELCOME, whole.path("add_friend_autoreply_info"));
		single(replies, Trigger.DEFAULT, whole.path("message_default_autoreply_info"));
		for (JsonNode rule : whole.path("keyword_autoreply_info").path("list")) {
			rule(replies, rule);
		}
		return replies;
	}

	private static void single(List<OldReply> replies, Trigger trigger, JsonNode reply) {
		if (!reply.path("type").asString("").isEmpty()) {
			add(replies, trigger, List.of(), List.of(reply));
		}
	}

	private static void rule(List<OldReply> replies, JsonNode rule) {
		List<String> whole = new ArrayList<>();
		List<String> contained = new ArrayList<>();
		for (JsonNode keyword : rule.path("keyword_list_info")) {
			String content = keyword.path("content").asString("");
			if (!content.isBlank()) {
				(keyword.path("match_mode").asString("").equals("equal") ? whole : contained).add(content);
			}
		}
		List<JsonNode> answers = new ArrayList<>();
		rule.path("reply_list_info").forEach(answers::add);
		if (!whole.isEmpty()) {
			add(replies, Trigger.WHOLE_KEYWORD, whole, answers);
		}
		if (!contained.isEmpty()) {
			add(replies, Trigger.CONTAINED_KEYWORD, contained, answers);
		}
	}

	private static void add(List<OldReply> replies, Trigger trigger, List<String> phrases, List<JsonNode> answers) {
		List<String> texts = new ArrayList<>();
		Set<String> lost = new TreeSet<>();
		for (JsonNode answer : answers) {
			switch (answer.path("type").asString("")) {
				case "text" -> texts.add(answer.path("content").asString(""));
				case "news" -> answer.path("news_info")
					.path("list")
					.forEach((article) -> texts
						.add(article.path("title").asString("") + "\n" + article.path("content_url").asString("")));
				case "img", "photo" -> lost.add("图片");
				case "voice" -> lost.add("语音");
				case "video" -> lost.add("视频");
				default -> lost.add("其他内容");
			}
		}
		replies.add(new OldReply(trigger, phrases, String.join("\n\n", texts).strip(), String.join("、", lost)));
	}

}
