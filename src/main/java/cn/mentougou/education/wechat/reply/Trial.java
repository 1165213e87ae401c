package cn.mentougou.education.wechat.reply;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * How the rules of an account would fare with a text: every rule that knows the text, the
 * one that answers first, and why each of the others does not.
 *
 * @param contenders in the order in which they would be asked
 */
public record Trial(List<Contender> contenders) {

	/** Which kinds of rule are asked about a text, in this order. */
	private static final List<Trigger> ORDER = List.of(Trigger.WHOLE_KEYWORD, Trigger.PREFIX_KEYWORD,
			Trigger.CONTAINED_KEYWORD, Trigger.DEFAULT);

	/** Copies the contenders. */
	public Trial {
		contenders = List.copyOf(contenders);
	}

	static Trial of(Map<ReplyRuleId, ReplyRule> rules, String appId, String words, LocalDateTime at) {
		List<RuleBook.Entry> fitting = new ArrayList<>();
		for (Trigger kind : ORDER) {
			rules.entrySet()
				.stream()
				.filter((rule) -> rule.getValue().trigger() == kind && belongs(rule.getValue(), appId))
				.flatMap((rule) -> best(rule.getKey(), rule.getValue(), words).stream())
				.sorted(RuleBook.FIRST_FIRST)
				.forEach(fitting::add);
		}
		RuleBook.Entry first = fitting.stream()
			.filter((entry) -> entry.rule().enabled() && entry.rule().hours().include(at))
			.findFirst()
			.orElse(null);
		return new Trial(fitting.stream().map((entry) -> contender(entry, first, at)).toList());
	}

	/** The rule that answers; empty if none does. */
	public Optional<Contender> winner() {
		return this.contenders.stream().filter((each) -> each.standing() == Standing.ANSWERS).findFirst();
	}

	private static boolean belongs(ReplyRule rule, String appId) {
		return rule.appId() == null || rule.appId().equals(appId);
	}

	/** The phrase by which the rule comes first of those that fit. */
	private static Optional<RuleBook.Entry> best(ReplyRuleId id, ReplyRule rule, String words) {
		Predicate<String> fits = fitting(rule.trigger(), Wording.of(words));
		return RuleBook.entries(id, rule)
			.stream()
			.filter((entry) -> fits.test(entry.phrase()))
			.min(RuleBook.FIRST_FIRST);
	}

	private static Predicate<String> fitting(Trigger trigger, String wording) {
		return switch (trigger) {
			case WHOLE_KEYWORD -> wording::equals;
			case PREFIX_KEYWORD -> wording::startsWith;
			case CONTAINED_KEYWORD -> wording::contains;
			default -> (phrase) -> true;
		};
	}

	private static Contender contender(RuleBook.Entry entry, RuleBook.@Nullable Entry first, LocalDateTime at) {
		return new Contender(new ReplyRuleId(entry.id()), entry.rule(), entry.phrase(), standing(entry, first, at));
	}

	private static Standing standing(RuleBook.Entry entry, RuleBook.@Nullable Entry first, LocalDateTime at) {
		if (!entry.rule().enabled()) {
			return Standing.DISABLED;
		}
		if (first == null || !entry.rule().hours().include(at)) {
			return Standing.OUT_OF_HOURS;
		}
		if (entry.equals(first)) {
			return Standing.ANSWERS;
		}
		if (entry.rule().trigger() != first.rule().trigger()) {
			return Standing.LATER_KIND;
		}
		if (entry.rule().priority() != first.rule().priority()) {
			return Standing.LOWER_PRIORITY;
		}
		if (entry.phrase().length() != first.phrase().length()) {
			return Standing.SHORTER_PHRASE;
		}
		return (entry.rule().appId() == null && first.rule().appId() != null) ? Standing.FOR_EVERY_ACCOUNT
				: Standing.NEWER;
	}

	/**
	 * A rule that knows the text.
	 *
	 * @param id its number
	 * @param rule the rule
	 * @param phrase the phrase that fits, as it is compared; empty for a default answer
	 * @param standing whether it answers, or why not
	 */
	public record Contender(ReplyRuleId id, ReplyRule rule, String phrase, Standing standing) {
	}

	/** Whether a rule answers, or why not. */
	public enum Standing {

		/** It answers. */
		ANSWERS,

		/** Another kind of rule is asked earlier. */
		LATER_KIND,

		/** Another rule has a higher priority. */
		LOWER_PRIORITY,

		/** Another rule of the same priority has a longer phrase. */
		SHORTER_PHRASE,

		/** Another rule is the account's own, this one is for every account. */
		FOR_EVERY_ACCOUNT,

		/** Everything is equal and the other rule is older. */
		NEWER,

		/** It does not answer at this time. */
		OUT_OF_HOURS,

		/** It is switched off. */
		DISABLED

	}

}
