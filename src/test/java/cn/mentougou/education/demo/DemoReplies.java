package cn.mentougou.education.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.reply.EffectiveHours;
import cn.mentougou.education.wechat.reply.ReplyRule;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.reply.Trigger;

/**
 * The rules of the demonstration, as an editor of the commission might have written them;
 * they stand in {@code demo-replies.txt}. Numbers and addresses in them are samples.
 */
public final class DemoReplies {

	private final ReplyRules rules;

	private final WeChatAccounts accounts;

	private DemoReplies(ReplyRules rules, WeChatAccounts accounts) {
		this.rules = rules;
		this.accounts = accounts;
	}

	/** Adds the rules that are not there yet; rules that an editor changed stay. */
	public static void seed(ReplyRules rules, WeChatAccounts accounts) {
		new DemoReplies(rules, accounts).seed();
	}

	private void seed() {
		List<ReplyRule> present = new ArrayList<>(this.rules.all().values());
		for (String block : text().split("\n(?=## )")) {
			if (block.startsWith("## ")) {
				for (String appId : appIds(block.substring(3, block.indexOf('\n')).split(" +")[0])) {
					add(rule(appId, block), present);
				}
			}
		}
	}

	private void add(ReplyRule rule, Collection<ReplyRule> present) {
		boolean there = present.stream()
			.anyMatch((other) -> rule.trigger() == other.trigger() && rule.priority() == other.priority()
					&& Objects.equals(rule.appId(), other.appId()) && first(rule).equals(first(other)));
		if (!there) {
			this.rules.add(rule);
		}
	}

	private static String first(ReplyRule rule) {
		return rule.phrases().isEmpty() ? "" : rule.phrases().get(0);
	}

	private List<@Nullable String> appIds(String account) {
		if (account.equals("all")) {
			List<@Nullable String> every = new ArrayList<>();
			every.add(null);
			return every;
		}
		AccountKind kind = AccountKind.valueOf(account.toUpperCase(Locale.ROOT));
		List<@Nullable String> ids = new ArrayList<>();
		for (WeChatAccount configured : this.accounts.all()) {
			if (configured.kind() == kind) {
				ids.add(configured.appId());
			}
		}
		return ids;
	}

	/**
	 * The head says account, trigger, priority, hours and phrases; the rest is the
	 * answer.
	 */
	private static ReplyRule rule(@Nullable String appId, String block) {
		int end = block.indexOf('\n');
		String[] head = block.substring(3, end).split(" +", 5);
		List<String> phrases = head.length < 5 ? List.of() : List.of(head[4].split("、"));
		return new ReplyRule(appId, Trigger.valueOf(head[1]), phrases, block.substring(end + 1),
				Integer.parseInt(head[2]), hours(head[3]), true);
	}

	private static EffectiveHours hours(String word) {
		if (word.equals("always")) {
			return EffectiveHours.ALWAYS;
		}
		EnumSet<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
		if (word.equals("office")) {
			return EffectiveHours.daily(LocalTime.of(9, 0), LocalTime.of(17, 30), weekdays);
		}
		String[] bounds = word.split("/");
		return new EffectiveHours(LocalDateTime.parse(bounds[0]), LocalDateTime.parse(bounds[1]), null, null,
				EnumSet.noneOf(DayOfWeek.class));
	}

	private static String text() {
		try (InputStream stream = DemoReplies.class.getResourceAsStream("demo-replies.txt")) {
			if (stream == null) {
				throw new IllegalStateException("demo-replies.txt is not on the class path");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
