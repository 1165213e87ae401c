package cn.mentougou.fuzz;

import java.util.List;
import java.util.Map;

/**
 * Every target that a process of its own can begin by name. They live beside the
 * package-private parsers that they fuzz.
 */
final class Targets {

	private static final String BASE = "cn.mentougou.education.";

	private static final Map<String, String> CLASSES = Map.of("message", "wechat.envelope.MessageFuzz", "push",
			"wechat.envelope.PushFuzz", "query", "wechat.webhook.QueryFuzz", "reply", "wechat.envelope.ReplyFuzz",
			"vault", "office.privacy.VaultFuzz", "wording", "wechat.reply.WordingFuzz", "token-answer",
			"wechat.token.TokenAnswerFuzz", "send-answer", "wechat.sender.SendAnswerFuzz", "spool",
			"wechat.spool.SpoolFuzz");

	private Targets() {
	}

	static List<String> names() {
		return CLASSES.keySet().stream().sorted().toList();
	}

	static FuzzTarget of(String name) {
		try {
			return (FuzzTarget) Class.forName(BASE + CLASSES.get(name)).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
