package cn.mentougou.education.wechat.reply;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * One automatic answer as the editor writes it.
 *
 * @param appId the account it belongs to; absent when it belongs to every account
 * @param trigger what it answers
 * @param phrases keywords, menu keys or the beginnings of scene codes
 * @param answer the text that the person reads
 * @param priority the higher one answers when several fit
 * @param hours when it answers
 * @param enabled whether it answers at all
 */
public record ReplyRule(@Nullable String appId, Trigger trigger, List<String> phrases, String answer, int priority,
		EffectiveHours hours, boolean enabled) {

	/** Characters of a phrase. */
	public static final int MAX_PHRASE_LENGTH = 64;

	/**
	 * How the scenes of the QR codes begin that the desk of {@code wechat.scene} makes;
	 * that desk answers for them, so a rule for them would never answer.
	 */
	public static final String OUR_SCENES = "qr-";

	/** Phrases of a rule. */
	public static final int MAX_PHRASES = 50;

	/**
	 * Refuses what could not be sent or would never answer.
	 * @throws Refusal.Invalid with the reason
	 */
	public ReplyRule {
		answer = answer.strip();
		if (answer.isEmpty()) {
			throw new Refusal.Invalid("reply.answer-missing");
		}
		if (answer.getBytes(StandardCharsets.UTF_8).length > Reply.Text.MAX_BYTES) {
			throw new Refusal.Invalid("reply.answer-too-long", Reply.Text.MAX_BYTES);
		}
		phrases = phrases.stream().map(String::strip).toList();
		check(trigger, phrases);
	}

	private static void check(Trigger trigger, List<String> phrases) {
		if (trigger.needsPhrases() && phrases.isEmpty()) {
			throw new Refusal.Invalid("reply.phrases-missing");
		}
		if (!trigger.needsPhrases() && !phrases.isEmpty()) {
			throw new Refusal.Invalid("reply.phrases-unused");
		}
		if (phrases.size() > MAX_PHRASES) {
			throw new Refusal.Invalid("reply.too-many-phrases", MAX_PHRASES);
		}
		Set<String> seen = new HashSet<>();
		for (String phrase : phrases) {
			if (phrase.codePointCount(0, phrase.length()) > MAX_PHRASE_LENGTH) {
				throw new Refusal.Invalid("reply.phrase-too-long", MAX_PHRASE_LENGTH);
			}
			String matched = trigger.isKeyword() ? Wording.of(phrase) : phrase;
			if (matched.isEmpty()) {
				throw new Refusal.Invalid("reply.phrase-empty");
			}
			if (trigger == Trigger.SCENE && phrase.startsWith(OUR_SCENES)) {
				throw new Refusal.Invalid("reply.scene-of-a-code");
			}
			if (!seen.add(matched)) {
				throw new Refusal.Invalid("reply.phrase-twice", phrase);
			}
		}
	}

}
