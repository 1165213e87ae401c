package cn.mentougou.education.wechat.menupublishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.MenuChecks;

/** The desk of the planned switches, such as to the menu of the enrolment season. */
@Component
public class MenuPlans {

	private static final Duration FURTHEST = Duration.ofDays(400);

	private final PlanMapper mapper;

	private final MenuVersions versions;

	private final WeChatAccounts accounts;

	private final MenuChecks checks;

	private final Audit audit;

	private final Clock clock;

	MenuPlans(PlanMapper mapper, MenuVersions versions, WeChatAccounts accounts, MenuChecks checks, Audit audit,
			Clock clock) {
		this.mapper = mapper;
		this.versions = versions;
		this.accounts = accounts;
		this.checks = checks;
		this.audit = audit;
		this.clock = clock;
	}

	/** The last ones of this account, the latest switch first. */
	public List<MenuPlan> latest(String appId) {
		return this.mapper.listLatest(appId);
	}

	/**
	 * The plan with this number.
	 * @throws Refusal.NotFound if there is none
	 */
	public MenuPlan find(long id) {
		return this.mapper.find(id)
			.filter((plan) -> this.accounts.find(plan.appId()).isPresent())
			.orElseThrow(() -> new Refusal.NotFound("menu.no-such-plan"));
	}

	/**
	 * Plans a switch to that version.
	 * @return its number
	 * @throws Refusal.Invalid if the time is past or more than a year away, or the
	 * version must not be published
	 * @throws Refusal.Conflict if another switch of the account is planned for that time
	 */
	@Transactional
	public long plan(Actor actor, long versionId, Instant at) {
		MenuVersion version = this.versions.find(versionId);
		Instant switchAt = at.truncatedTo(ChronoUnit.MINUTES);
		Instant now = this.clock.instant();
		if (switchAt.isBefore(now.minus(Duration.ofMinutes(1)))) {
			throw new Refusal.Invalid("menu.plan-past");
		}
		if (switchAt.isAfter(now.plus(FURTHEST))) {
			throw new Refusal.Invalid("menu.plan-too-far");
		}
		WeChatAccount account = this.accounts.of(version.appId());
		account.require(Capability.MENU);
		if (!this.checks.isSound(account, version.set())) {
			throw new Refusal.Invalid("menu.faulty");
		}
		if (this.mapper.countAt(version.appId(), switchAt) > 0) {
			throw new Refusal.Conflict("menu.plan-taken");
		}
		long id = this.mapper.insert(new PlanMapper.Row(version.appId(), versionId, switchAt, actor.id(), now));
		this.audit.record(AuditEntry.done(actor, "menu.planned", "menu-version", versionId)
			.with("account", version.appId())
			.with("plan", id));
		return id;
	}

	/**
	 * Calls a plan off.
	 * @throws Refusal.Conflict if it was carried out, or ended otherwise
	 */
	@Transactional
	public void cancel(Actor actor, long id) {
		MenuPlan plan = find(id);
		if (this.mapper.end(id, MenuPlan.State.CANCELLED, "", this.clock.instant()) == 0) {
			throw new Refusal.Conflict("menu.plan-over");
		}
		this.audit.record(AuditEntry.done(actor, "menu.plan-cancelled", "menu-version", plan.versionId())
			.with("account", plan.appId())
			.with("plan", id));
	}

}
