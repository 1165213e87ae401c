package cn.mentougou.education.wechat.menupublishing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.DefaultMenus;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menu.MenuJson;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.menupublishing.MenuVersion.Origin;

/** The desk of the saved menus. Nothing is ever changed or deleted here. */
@Component
public class MenuVersions {

	private static final int NOTE_LENGTH = 100;

	/** What the column holds; 18 entries of the greatest length and conditional ones. */
	private static final int CONTENT_LENGTH = 60_000;

	private final VersionMapper mapper;

	private final WeChatAccounts accounts;

	private final MenuChecks checks;

	private final Audit audit;

	private final Clock clock;

	MenuVersions(VersionMapper mapper, WeChatAccounts accounts, MenuChecks checks, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.accounts = accounts;
		this.checks = checks;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The version with this number.
	 * @throws Refusal.NotFound if there is none, or its account is not ours any more
	 */
	public MenuVersion find(long id) {
		return this.mapper.find(id)
			.filter((version) -> this.accounts.find(version.appId()).isPresent())
			.orElseThrow(() -> new Refusal.NotFound("menu.no-such-version"));
	}

	/** The last one that was saved for this account. */
	public Optional<MenuVersion> latest(String appId) {
		return this.mapper.findLatest(appId);
	}

	/** Those of this account before that number, newest first. */
	public List<MenuVersion> before(String appId, long id, int most) {
		return this.mapper.listBefore(appId, id, most);
	}

	/**
	 * Saves what an editor wrote.
	 * @param based the latest version when the editor began, or 0
	 * @throws Refusal.Invalid if something about it must not be
	 * @throws Refusal.Conflict if somebody saved another one meanwhile
	 */
	@Transactional
	public MenuVersion save(Actor actor, String appId, MenuSet set, String note, long based) {
		if (this.mapper.findLatest(appId).map(MenuVersion::id).orElse(0L) != based) {
			throw new Refusal.Conflict("menu.saved-meanwhile");
		}
		if (!this.checks.isSound(account(appId), set)) {
			throw new Refusal.Invalid("menu.faulty");
		}
		return add(actor, appId, set, new Kind(Origin.EDITED, note, null));
	}

	/** Saves the menu that this account begins with, so that it can be changed. */
	@Transactional
	public MenuVersion saveDefault(Actor actor, String appId) {
		return add(actor, appId, DefaultMenus.of(account(appId).kind()), new Kind(Origin.DEFAULT, "默认菜单", null));
	}

	/** Saves an older one once more, so that it becomes the latest. */
	@Transactional
	public MenuVersion repeat(Actor actor, MenuVersion old) {
		return add(actor, old.appId(), old.set(),
				new Kind(Origin.ROLLED_BACK, "回退到第 " + old.number() + " 版", old.id()));
	}

	/**
	 * Saves what was found on the platform, whatever is wrong with it; nothing is saved
	 * if the latest version is the same.
	 */
	@Transactional
	public MenuVersion savePulled(Actor actor, String appId, MenuSet set) {
		Optional<MenuVersion> latest = this.mapper.findLatest(appId);
		if (latest.isPresent() && latest.get().set().showsLike(set)) {
			return latest.get();
		}
		return add(actor, appId, set, new Kind(Origin.PULLED, "拉取", null));
	}

	private MenuVersion add(Actor actor, String appId, MenuSet set, Kind kind) {
		String note = kind.note().strip();
		String content = MenuJson.write(set);
		if (note.codePointCount(0, note.length()) > NOTE_LENGTH) {
			throw new Refusal.Invalid("menu.note-too-long", NOTE_LENGTH);
		}
		if (content.getBytes(StandardCharsets.UTF_8).length > CONTENT_LENGTH) {
			throw new Refusal.Invalid("menu.too-large");
		}
		int number = this.mapper.findLatest(appId).map(MenuVersion::number).orElse(0) + 1;
		VersionMapper.Row row = new VersionMapper.Row(appId, number, content, note, kind.origin(), kind.sourceId(),
				actor.id(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		try {
			long id = this.mapper.insert(row);
			this.audit.record(AuditEntry.done(actor, "menu.saved", "menu-version", id)
				.with("account", appId)
				.with("origin", kind.origin()));
			return this.mapper.find(id).orElseThrow();
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("menu.saved-meanwhile");
		}
	}

	private WeChatAccount account(String appId) {
		return this.accounts.find(appId).orElseThrow(() -> new Refusal.NotFound("menu.no-such-account"));
	}

	/** What is said about a new version. */
	private record Kind(Origin origin, String note, @Nullable Long sourceId) {
	}

}
