package cn.mentougou.education.wechat.menueditor;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Sha256;
import cn.mentougou.education.wechat.reply.EffectiveHours;
import cn.mentougou.education.wechat.reply.ReplyRule;
import cn.mentougou.education.wechat.reply.ReplyRules;

/**
 * The desk of the automatic replies that an account had before: switching on the webhook
 * silenced them, and people still write the old words.
 */
@Component
class OldReplies {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WxMpOldReplies platform;

	private final OldReplyMapper mapper;

	private final ReplyRules rules;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OldReplies(WxMpOldReplies platform, OldReplyMapper mapper, ReplyRules rules, Audit audit,
			PlatformTransactionManager transactions, Clock clock) {
		this.platform = platform;
		this.mapper = mapper;
		this.rules = rules;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** What waits for a decision, by its number. */
	Map<Long, OldReply> offered(String appId) {
		Map<Long, OldReply> offered = new LinkedHashMap<>();
		this.mapper.listOffered(appId)
			.forEach((row) -> offered.put(row.id(), JSON.readValue(row.content(), OldReply.class)));
		return offered;
	}

	/**
	 * Asks the platform and keeps what is new.
	 * @return how many are new
	 * @throws Refusal.Conflict if the platform does not say
	 */
	int pull(Actor actor, String appId) {
		List<OldReply> replies = this.platform.of(appId).orElseThrow(() -> new Refusal.Conflict("menu.not-pulled"));
		Integer news = this.transaction.execute((status) -> {
			int added = 0;
			for (OldReply reply : replies) {
				String content = JSON.writeValueAsString(reply);
				added += this.mapper.insert(appId, content, Sha256.of(content), this.clock.instant());
			}
			this.audit.record(AuditEntry.done(actor, "menu.replies-pulled", "account", appId).with("items", added));
			return added;
		});
		return (news != null) ? news : 0;
	}

	/**
	 * Makes a rule of one.
	 * @throws Refusal.NotFound if it was decided already
	 * @throws Refusal.Invalid if no rule can be made of it
	 */
	void take(Actor actor, String appId, long id) {
		this.transaction.executeWithoutResult((status) -> {
			OldReply reply = reply(appId, id);
			decide(actor, id, "TAKEN");
			this.rules.add(new ReplyRule(appId, reply.trigger(), reply.phrases(), reply.answer(), 0,
					EffectiveHours.ALWAYS, true));
			this.audit.record(AuditEntry.done(actor, "menu.reply-taken", "pulled-reply", id).with("account", appId));
		});
	}

	/**
	 * Lets one rest.
	 * @throws Refusal.NotFound if it was decided already
	 */
	void decline(Actor actor, String appId, long id) {
		this.transaction.executeWithoutResult((status) -> {
			reply(appId, id);
			decide(actor, id, "DECLINED");
			this.audit.record(AuditEntry.done(actor, "menu.reply-declined", "pulled-reply", id).with("account", appId));
		});
	}

	private OldReply reply(String appId, long id) {
		return this.mapper.find(appId, id)
			.map((row) -> JSON.readValue(row.content(), OldReply.class))
			.orElseThrow(() -> new Refusal.NotFound("menu.no-such-reply"));
	}

	private void decide(Actor actor, long id, String state) {
		if (this.mapper.decide(new OldReplyMapper.Decision(id, state, actor.id(), this.clock.instant())) == 0) {
			throw new Refusal.NotFound("menu.no-such-reply");
		}
	}

}
