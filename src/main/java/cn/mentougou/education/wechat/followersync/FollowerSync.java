package cn.mentougou.education.wechat.followersync;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The desk of the comparisons with the platform. */
public class FollowerSync {

	private final SyncMapper mapper;

	private final WeChatAccounts accounts;

	private final Audit audit;

	private final Clock clock;

	FollowerSync(SyncMapper mapper, WeChatAccounts accounts, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/** How they stand; an account that never was compared is left out. */
	public List<SyncState> all() {
		return this.mapper.all();
	}

	/** How that of this account stands. */
	public Optional<SyncState> of(String appId) {
		return this.mapper.find(appId);
	}

	/**
	 * Has the account compared within a minute, once more than every night.
	 * @throws Refusal.Conflict if it is being compared already
	 */
	@Transactional
	public void ask(Actor actor, String appId) {
		WeChatAccount account = this.accounts.find(appId)
			.orElseThrow(() -> new Refusal.NotFound("followersync.no-such-account"));
		account.require(Capability.FOLLOWER);
		this.mapper.insert(appId, this.clock.instant());
		if (this.mapper.wish(appId, this.clock.instant()) == 0) {
			throw new Refusal.Conflict("followersync.running");
		}
		this.audit.record(AuditEntry.done(actor, "followersync.asked", "account", appId));
	}

}
