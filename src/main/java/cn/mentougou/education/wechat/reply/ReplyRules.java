package cn.mentougou.education.wechat.reply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

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

	/**
	 * Adds a rule.
	 * @throws Refusal.Invalid if it belongs to an account that is not ours
	 */
	public ReplyRuleId add(ReplyRule rule) {
		checkAccount(rule);
		return change(() -> {
			ReplyRuleId id = this.mapper.insert(ReplyRuleMapper.Row.of(0, rule), this.clock.instant());
			insertPhrases(id, rule.phrases());
			return id;
		});
	}

	/**
	 * Replaces a rule.
	 * @throws Refusal.NotFound if it was removed meanwhile
	 * @throws Refusal.Invalid if it belongs to an account that is not ours
	 */
	public void change(ReplyRuleId id, ReplyRule rule) {
		checkAccount(rule);
		change(() -> {
			if (this.mapper.change(ReplyRuleMapper.Row.of(id.value(), rule), this.clock.instant()) == 0) {
				throw new Refusal.NotFound("reply.no-such-rule");
			}
			this.mapper.removePhrases(id);
			insertPhrases(id, rule.phrases());
			return id;
		});
	}

	/**
	 * Removes a rule.
	 * @throws Refusal.NotFound if it was removed already
	 */
	public void remove(ReplyRuleId id) {
		change(() -> {
			this.mapper.removePhrases(id);
			if (this.mapper.remove(id) == 0) {
				throw new Refusal.NotFound("reply.no-such-rule");
			}
			return id;
		});
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

}
