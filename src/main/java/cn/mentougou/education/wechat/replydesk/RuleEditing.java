package cn.mentougou.education.wechat.replydesk;

import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.reply.ReplyRule;
import cn.mentougou.education.wechat.reply.ReplyRuleId;
import cn.mentougou.education.wechat.reply.ReplyRules;

/** What editors do to the rules; each act is recorded with them. */
@Transactional
class RuleEditing {

	private final ReplyRules rules;

	private final Audit audit;

	RuleEditing(ReplyRules rules, Audit audit) {
		this.rules = rules;
		this.audit = audit;
	}

	/** Adds a rule. */
	ReplyRuleId add(Actor actor, ReplyRule rule) {
		actor.require(Role.EDITOR);
		ReplyRuleId id = this.rules.add(rule, actor.person());
		record(actor, "replydesk.rule-added", id);
		return id;
	}

	/**
	 * Replaces the revision of a rule that the editor has seen.
	 * @throws Refusal.Conflict if somebody changed it meanwhile
	 */
	void change(Actor actor, ReplyRuleId id, long revision, ReplyRule rule) {
		actor.require(Role.EDITOR);
		this.rules.change(id, revision, rule, actor.person());
		record(actor, "replydesk.rule-changed", id);
	}

	/**
	 * Lets a rule answer, or stops it; what it says stays.
	 * @throws Refusal.Conflict if somebody changed it meanwhile
	 */
	void enable(Actor actor, ReplyRuleId id, long revision, boolean enabled) {
		actor.require(Role.EDITOR);
		ReplyRule rule = this.rules.find(id).orElseThrow(() -> new Refusal.NotFound("reply.no-such-rule")).rule();
		this.rules.change(id, revision, new ReplyRule(rule.appId(), rule.trigger(), rule.phrases(), rule.answer(),
				rule.priority(), rule.hours(), enabled), actor.person());
		record(actor, enabled ? "replydesk.rule-enabled" : "replydesk.rule-disabled", id);
	}

	/**
	 * Removes a rule for good.
	 * @throws Refusal.Conflict if somebody changed it meanwhile
	 */
	void remove(Actor actor, ReplyRuleId id, long revision) {
		actor.require(Role.EDITOR);
		this.rules.remove(id, revision);
		record(actor, "replydesk.rule-removed", id);
	}

	private void record(Actor actor, String action, ReplyRuleId id) {
		this.audit.record(AuditEntry.done(actor, action, "reply-rule", id.value()));
	}

}
