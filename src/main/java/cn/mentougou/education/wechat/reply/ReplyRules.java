package cn.mentougou.education.wechat.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * The editors' desk for automatic answers. A change answers at once here, within moments
 * in the other instances, and within ten seconds there when Redis is gone.
 */
public class ReplyRules {

	private final ReplyRuleMapper mapper;

	private final RuleReader reader;

	private final CurrentRules current;

	private final WeChatAccounts accounts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReplyRules(ReplyRuleMapper mapper, RuleReader reader, CurrentRules current, WeChatAccounts accounts,
			PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.reader = reader;
		this.current = current;
		this.accounts = accounts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Every rule in the order in which they were added. */
	public Map<ReplyRuleId, ReplyRule> all() {
		return this.reader.rules();
	}

	/** The rules that are looked for, the newest first, from a number on. */
	public List<Kept> list(Search search, long before, int limit) {
		return kept(this.mapper.list(search, before, limit));
	}

	/** A rule as it stands. */
	public Optional<Kept> find(ReplyRuleId id) {
		return kept(this.mapper.find(id).stream().toList()).stream().findFirst();
	}

	/** How the rules would fare with a text at a Beijing time. */
	public Trial tryOut(String appId, String words, LocalDateTime at) {
		return Trial.of(all(), appId, words, at);
	}

	/** The rules that this instance answers by now, from memory. */
	public RuleBook inForce() {
		return this.current.get();
	}

	/** Adds a rule for the system itself. */
	public ReplyRuleId add(ReplyRule rule) {
		return add(rule, null);
	}

	/**
	 * Adds a rule.
	 * @throws Refusal.Invalid if it belongs to an account that is not ours
	 */
	public ReplyRuleId add(ReplyRule rule, @Nullable PersonId by) {
		checkAccount(rule);
		return change(() -> {
			ReplyRuleId id = this.mapper.insert(row(0, rule, 1, by));
			insertPhrases(id, rule.phrases());
			return id;
		});
	}

	/**
	 * Replaces the revision of a rule that the editor has seen.
	 * @throws Refusal.NotFound if it was removed meanwhile
	 * @throws Refusal.Conflict if it was changed meanwhile
	 * @throws Refusal.Invalid if it belongs to an account that is not ours
	 */
	public void change(ReplyRuleId id, long revision, ReplyRule rule, @Nullable PersonId by) {
		checkAccount(rule);
		change(() -> {
			checkTaken(id, this.mapper.change(row(id.value(), rule, revision, by)));
			this.mapper.removePhrases(id);
			insertPhrases(id, rule.phrases());
			return id;
		});
	}

	/**
	 * Removes the revision of a rule that the editor has seen.
	 * @throws Refusal.NotFound if it was removed already
	 * @throws Refusal.Conflict if it was changed meanwhile
	 */
	public void remove(ReplyRuleId id, long revision) {
		change(() -> {
			// The phrases go with it.
			checkTaken(id, this.mapper.remove(id, revision));
			return id;
		});
	}

	private void checkTaken(ReplyRuleId id, int rows) {
		if (rows == 0) {
			throw this.mapper.find(id).isPresent() ? new Refusal.Conflict("reply.changed-meanwhile")
					: new Refusal.NotFound("reply.no-such-rule");
		}
	}

	private ReplyRuleMapper.Row row(long id, ReplyRule rule, long revision, @Nullable PersonId by) {
		return ReplyRuleMapper.Row.of(id, rule,
				new ReplyRuleMapper.Change(revision, this.clock.instant(), (by != null) ? by.value() : null));
	}

	private List<Kept> kept(List<ReplyRuleMapper.Row> rows) {
		return this.reader.of(rows).entrySet().stream().map((each) -> kept(each.getKey(), each.getValue())).toList();
	}

	private static Kept kept(ReplyRuleMapper.Row row, ReplyRule rule) {
		PersonId by = (row.changedBy() != null) ? new PersonId(row.changedBy()) : null;
		return new Kept(new ReplyRuleId(row.id()), rule, row.revision(), by, row.changedAt());
	}

	private void insertPhrases(ReplyRuleId id, List<String> phrases) {
		for (int place = 0; place < phrases.size(); place++) {
			this.mapper.insertPhrase(new ReplyRuleMapper.Phrase(id.value(), place, phrases.get(place)));
		}
	}

	private void checkAccount(ReplyRule rule) {
		if (rule.appId() != null && this.accounts.find(rule.appId()).isEmpty()) {
			throw new Refusal.Invalid("reply.unknown-account", rule.appId());
		}
	}

	/**
	 * The version is raised first: its row lock lets changes follow one another, so a
	 * later number never becomes visible before an earlier one.
	 */
	private ReplyRuleId change(Supplier<ReplyRuleId> writes) {
		return this.transaction.execute((status) -> {
			this.mapper.raiseVersion();
			ReplyRuleId id = writes.get();
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					ReplyRules.this.current.changed();
				}
			});
			return id;
		});
	}

	/**
	 * A rule as it is kept.
	 *
	 * @param id its number
	 * @param rule what it says
	 * @param revision raised with every change
	 * @param changedBy who changed it last; absent when no person did
	 * @param changedAt when that was
	 */
	public record Kept(ReplyRuleId id, ReplyRule rule, long revision, @Nullable PersonId changedBy, Instant changedAt) {
	}

	/**
	 * Which rules are looked for.
	 *
	 * @param appId those that answer for this account; absent for all
	 * @param trigger those of this kind; absent for all
	 * @param words those that say this in their answer or a phrase; absent for all
	 */
	public record Search(@Nullable String appId, @Nullable Trigger trigger, @Nullable String words) {
	}

}
