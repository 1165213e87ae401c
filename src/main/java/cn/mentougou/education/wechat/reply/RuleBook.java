package cn.mentougou.education.wechat.reply;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The rules of one moment, arranged for looking up. Of several rules that fit, the one
 * with the higher priority answers, then the longer phrase, then the account's own rule,
 * then the older rule.
 */
public final class RuleBook {

	/** Without a rule. */
	public static final RuleBook EMPTY = new RuleBook(-1, Map.of());

	/** Who comes first of those that fit. */
	static final Comparator<Entry> FIRST_FIRST = Comparator
		.comparing((Entry entry) -> entry.rule().priority(), Comparator.reverseOrder())
		.thenComparing((entry) -> entry.phrase().length(), Comparator.reverseOrder())
		.thenComparing((entry) -> entry.rule().appId() == null)
		.thenComparing(Entry::id);

	private final long version;

	private final Map<Trigger, List<Entry>> ordered = new EnumMap<>(Trigger.class);

	private final Map<String, List<Entry>> whole = new HashMap<>();

	private final Map<String, List<Entry>> menuKeys = new HashMap<>();

	RuleBook(long version, Map<ReplyRuleId, ReplyRule> rules) {
		this.version = version;
		List<Entry> entries = new ArrayList<>();
		rules.forEach((id, rule) -> {
			if (rule.enabled()) {
				entries.addAll(entries(id, rule));
			}
		});
		entries.sort(FIRST_FIRST);
		for (Entry entry : entries) {
			switch (entry.rule().trigger()) {
				case WHOLE_KEYWORD -> this.whole.computeIfAbsent(entry.phrase(), (key) -> new ArrayList<>()).add(entry);
				case MENU_KEY -> this.menuKeys.computeIfAbsent(entry.phrase(), (key) -> new ArrayList<>()).add(entry);
				default -> this.ordered.computeIfAbsent(entry.rule().trigger(), (key) -> new ArrayList<>()).add(entry);
			}
		}
	}

	/** A rule's phrases as they are compared; a rule without phrases has an empty one. */
	static List<Entry> entries(ReplyRuleId id, ReplyRule rule) {
		if (rule.phrases().isEmpty()) {
			return List.of(new Entry(id.value(), "", rule));
		}
		return rule.phrases()
			.stream()
			.map((phrase) -> rule.trigger().isKeyword() ? Wording.of(phrase) : phrase)
			.map((phrase) -> new Entry(id.value(), phrase, rule))
			.toList();
	}

	/** The number under which the rules were read; -1 before the first reading. */
	long version() {
		return this.version;
	}

	/** The answer to a text that is a keyword as a whole. */
	public Optional<String> wholeKeyword(String appId, String words, LocalDateTime time) {
		return first(this.whole.get(Wording.of(words)), appId, time, (phrase) -> true);
	}

	/** The answer to a text that begins with a keyword, or else contains one. */
	public Optional<String> otherKeyword(String appId, String words, LocalDateTime time) {
		String wording = Wording.of(words);
		return first(this.ordered.get(Trigger.PREFIX_KEYWORD), appId, time, wording::startsWith)
			.or(() -> first(this.ordered.get(Trigger.CONTAINED_KEYWORD), appId, time, wording::contains));
	}

	/** The answer to a menu key. */
	public Optional<String> menuKey(String appId, String key, LocalDateTime time) {
		return first(this.menuKeys.get(key), appId, time, (phrase) -> true);
	}

	/**
	 * Every menu key that a rule of this account answers at some time, with the answer.
	 */
	public Map<String, String> menuKeys(String appId) {
		Map<String, String> keys = new TreeMap<>();
		for (List<Entry> entries : this.menuKeys.values()) {
			for (Entry entry : entries) {
				if (entry.rule().appId() == null || appId.equals(entry.rule().appId())) {
					keys.putIfAbsent(entry.phrase(), entry.rule().answer());
				}
			}
		}
		return keys;
	}

	/** The answer to a scene code. */
	public Optional<String> scene(String appId, String scene, LocalDateTime time) {
		return first(this.ordered.get(Trigger.SCENE), appId, time, scene::startsWith);
	}

	/** The welcome of a new follower. */
	public Optional<String> welcome(String appId, LocalDateTime time) {
		return first(this.ordered.get(Trigger.WELCOME), appId, time, (phrase) -> true);
	}

	/** What is said when nothing else fits. */
	public Optional<String> otherwise(String appId, LocalDateTime time) {
		return first(this.ordered.get(Trigger.DEFAULT), appId, time, (phrase) -> true);
	}

	private static Optional<String> first(@Nullable List<Entry> entries, String appId, LocalDateTime time,
			Predicate<String> phrase) {
		if (entries == null) {
			return Optional.empty();
		}
		for (Entry entry : entries) {
			ReplyRule rule = entry.rule();
			if ((rule.appId() == null || rule.appId().equals(appId)) && phrase.test(entry.phrase())
					&& rule.hours().include(time)) {
				return Optional.of(rule.answer());
			}
		}
		return Optional.empty();
	}

	/** One phrase of a rule, as it is compared. */
	record Entry(long id, String phrase, ReplyRule rule) {
	}

}
