package cn.mentougou.education.wechat.menupublishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menupublishing.Publication.State;

/**
 * The desk that makes a version the menu that people see. It calls the platform, so it is
 * never used inside a transaction.
 */
public class Publications {

	/** A platform that took a call may still be at work on it. */
	private static final Duration ASKABLE = Duration.ofSeconds(15);

	private final PublicationMapper mapper;

	private final Publishing publishing;

	private final MenuVersions versions;

	private final WeChatAccounts accounts;

	private final MenuChecks checks;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Publications(PublicationMapper mapper, Publishing publishing, MenuVersions versions, WeChatAccounts accounts,
			MenuChecks checks, Audit audit, PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.publishing = publishing;
		this.versions = versions;
		this.accounts = accounts;
		this.checks = checks;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** The publication whose version people see now, as far as we know. */
	public Optional<Publication> live(String appId) {
		return this.mapper.findLive(appId);
	}

	/** The last ones of this account, newest first. */
	public List<Publication> latest(String appId, int most) {
		return this.mapper.listLatest(appId, most);
	}

	/**
	 * The publication with this number.
	 * @throws Refusal.NotFound if there is none
	 */
	public Publication find(long id) {
		return this.mapper.find(id)
			.filter((publication) -> this.accounts.find(publication.appId()).isPresent())
			.orElseThrow(() -> new Refusal.NotFound("menu.no-such-publication"));
	}

	/**
	 * Publishes a version.
	 * @return how it ended
	 * @throws Refusal.Forbidden if the account may not have a menu
	 * @throws Refusal.Invalid if what it leads to is not there any more
	 * @throws Refusal.Conflict if another one of the account is under way or undecided
	 */
	public Publication publish(Actor actor, long versionId) {
		MenuVersion version = this.versions.find(versionId);
		return this.publishing.carryOut(actor, begun(actor, version, null), version);
	}

	/**
	 * Publishes an older version as a new one.
	 * @return how it ended
	 */
	public Publication rollBack(Actor actor, long versionId) {
		MenuVersion old = this.versions.find(versionId);
		Begun begun = this.transaction.execute((status) -> {
			MenuVersion version = this.versions.repeat(actor, old);
			return new Begun(version, begin(actor, version, null));
		});
		return this.publishing.carryOut(actor, begun.publication(), begun.version());
	}

	/**
	 * Asks the platform now what became of an undecided publication.
	 * @throws Refusal.Conflict if it is decided, or too young to be asked for
	 */
	public Publication ask(Actor actor, long id) {
		Publication publication = find(id);
		if (publication.state() != State.UNKNOWN) {
			throw new Refusal.Conflict("menu.not-undecided");
		}
		if (publication.touchedAt().plus(ASKABLE).isAfter(now())) {
			throw new Refusal.Conflict("menu.too-early-to-ask", ASKABLE.toSeconds());
		}
		return this.publishing.ask(actor, publication, this.versions.find(publication.versionId()));
	}

	/**
	 * Takes what the platform shows now as a version.
	 * @return the version; the latest one if it is the same; nothing if there is no menu
	 * @throws Refusal.Conflict if the platform does not say
	 */
	public Optional<MenuVersion> pull(Actor actor, String appId) {
		if (this.accounts.find(appId).isEmpty()) {
			throw new Refusal.NotFound("menu.no-such-account");
		}
		return this.publishing.shown(appId).map((set) -> this.versions.savePulled(actor, appId, set));
	}

	private Publication begun(Actor actor, MenuVersion version, @Nullable Long planId) {
		return this.transaction.execute((status) -> begin(actor, version, planId));
	}

	/** Writes the intent in the caller's transaction. */
	Publication begin(Actor actor, MenuVersion version, @Nullable Long planId) {
		WeChatAccount account = this.accounts.of(version.appId());
		account.require(Capability.MENU);
		if (!this.checks.isSound(account, version.set())) {
			throw new Refusal.Invalid("menu.faulty");
		}
		try {
			long id = this.mapper
				.insert(new PublicationMapper.Row(version.appId(), version.id(), planId, actor.id(), now()));
			AuditEntry entry = AuditEntry.done(actor, "menu.publication-begun", "menu-version", version.id())
				.with("account", version.appId())
				.with("publication", id);
			this.audit.record((planId != null) ? entry.with("plan", planId) : entry);
			return this.mapper.find(id).orElseThrow();
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("menu.publication-open");
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** A version and its intent, written together. */
	private record Begun(MenuVersion version, Publication publication) {
	}

}
