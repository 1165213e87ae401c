package cn.mentougou.education.wechat.scene;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.reply.ReplyRule;

/**
 * The desk of the QR codes. Editors keep those of the units below theirs, and a school's
 * administrator those of the school; a foreign one does not exist.
 */
public class SceneQrCodes {

	/** The platform's limit of permanent codes of an account. */
	public static final int MOST_PERMANENT = 100_000;

	/** From here on the pages warn. */
	static final int WARN_PERMANENT = 90_000;

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

	private static final int RANDOM = 20;

	private final SceneMapper mapper;

	private final WeChatAccounts accounts;

	private final Units units;

	private final Audit audit;

	private final Map<SceneKind, SceneTarget> targets;

	private final int madeElsewhere;

	private final Clock clock;

	SceneQrCodes(Parts parts, Map<SceneKind, SceneTarget> targets, int madeElsewhere, Clock clock) {
		this.mapper = parts.mapper();
		this.accounts = parts.accounts();
		this.units = parts.units();
		this.audit = parts.audit();
		this.targets = Map.copyOf(targets);
		this.madeElsewhere = madeElsewhere;
		this.clock = clock;
	}

	/** The units whose codes the actor keeps. */
	public Set<UnitId> keptBy(Actor actor) {
		if (actor.kind() == Actor.Kind.SYSTEM) {
			return this.units.all().stream().map((unit) -> unit.id()).collect(Collectors.toUnmodifiableSet());
		}
		Set<UnitId> kept = new HashSet<>(actor.reach(Role.EDITOR));
		kept.addAll(actor.reach(Role.SCHOOL_ADMINISTRATOR));
		return kept;
	}

	/** The actor's codes before that number, newest first. */
	List<SceneQrCode> list(Actor actor, @Nullable SceneKind kind, boolean withdrawn, long before, int limit) {
		Set<UnitId> kept = keptBy(actor);
		if (kept.isEmpty()) {
			return List.of();
		}
		return codes(this.mapper.list(new SceneMapper.Search(kept, kind, withdrawn), before, limit));
	}

	/**
	 * The code, if the actor keeps it.
	 * @throws Refusal.NotFound if not
	 */
	public SceneQrCode find(Actor actor, SceneQrCodeId id) {
		return find(id).filter((code) -> keptBy(actor).contains(code.unit()))
			.orElseThrow(() -> new Refusal.NotFound("scene.no-such-code"));
	}

	/** The code, for whoever shows it to the public. */
	public Optional<SceneQrCode> find(SceneQrCodeId id) {
		return this.mapper.find(id.value()).map(SceneMapper.Row::code);
	}

	/** These codes by their numbers. */
	public Map<Long, SceneQrCode> byIds(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of() : codes(this.mapper.byIds(ids)).stream()
			.collect(Collectors.toMap((code) -> code.id().value(), (code) -> code));
	}

	/** The number of the code with this scene, if it is one of ours. */
	public Optional<SceneQrCodeId> ofScene(String appId, String scene) {
		return isOurs(scene) ? this.mapper.idOf(appId, scene).map(SceneQrCodeId::new) : Optional.empty();
	}

	/** The open code of a purpose of which there is one a unit. */
	public Optional<SceneQrCode> theOne(SceneKind kind, UnitId unit) {
		return account().flatMap((account) -> this.mapper.findPurpose(account.appId(), kind + ":" + unit.value()))
			.map(SceneMapper.Row::code);
	}

	/** Whether a scene looks like one of ours; it asks nobody. */
	public static boolean isOurs(String scene) {
		return scene.startsWith(ReplyRule.OUR_SCENES);
	}

	/** What a scan of this code brings. */
	public SceneTarget target(SceneQrCode code) {
		SceneTarget target = this.targets.get(code.kind());
		if (target == null) {
			throw new IllegalStateException("nobody answers for " + code.kind());
		}
		return target;
	}

	/**
	 * Writes down that a code is wanted; it is asked for after the commit.
	 * @throws Refusal.Conflict if there is one for this purpose, or no permanent one left
	 */
	@Transactional
	public SceneQrCodeId order(Actor actor, SceneDraft draft) {
		WeChatAccount account = account().orElseThrow(() -> new Refusal.Conflict("scene.no-service-account"));
		if (!keptBy(actor).contains(draft.unit())) {
			throw new Refusal.NotFound("console.no-such-thing");
		}
		this.units.holdOpen(draft.unit());
		if (draft.isOver(today())) {
			throw new Refusal.Invalid("scene.over");
		}
		if (draft.isPermanent()) {
			takePermanent(account.appId());
		}
		String scene = ReplyRule.OUR_SCENES + draft.kind().word() + "-" + random();
		GeneratedKey key = new GeneratedKey();
		try {
			this.mapper.insert(account.appId(), scene, draft, draft.purpose(), actor.id(), now(), key);
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("scene.purpose-taken", draft.title());
		}
		this.audit.record(AuditEntry.done(actor, "scene.ordered", "scene-code", key.getValue())
			.with("kind", draft.kind())
			.with("unit", draft.unit().value())
			.with("permanent", draft.isPermanent()));
		return new SceneQrCodeId(key.getValue());
	}

	/** From now on a scan leads nowhere, kindly. */
	@Transactional
	public void withdraw(Actor actor, SceneQrCodeId id) {
		find(actor, id);
		if (this.mapper.withdraw(id.value(), now()) == 0) {
			throw new Refusal.Conflict("scene.withdrawn");
		}
		this.audit.record(AuditEntry.done(actor, "scene.withdrawn", "scene-code", id.value()));
	}

	/**
	 * Puts a withdrawn code into use again: what hangs on walls works once more.
	 * @throws Refusal.Conflict if there is another for its purpose by now
	 */
	@Transactional
	public void reopen(Actor actor, SceneQrCodeId id) {
		SceneQrCode code = find(actor, id);
		this.units.holdOpen(code.unit());
		try {
			if (this.mapper.reopen(id.value(), code.draft().purpose(), now()) == 0) {
				throw new Refusal.Conflict("scene.not-withdrawn");
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("scene.purpose-taken", code.title());
		}
		this.audit.record(AuditEntry.done(actor, "scene.reopened", "scene-code", id.value()));
	}

	/** Has the platform asked once more for a code that it refused. */
	@Transactional
	public void askAgain(Actor actor, SceneQrCodeId id) {
		find(actor, id);
		if (this.mapper.askAgain(id.value(), now()) == 0) {
			throw new Refusal.Conflict("scene.not-refused");
		}
		this.audit.record(AuditEntry.done(actor, "scene.asked-again", "scene-code", id.value()));
	}

	/** How many permanent codes of the service account are used, by us and elsewhere. */
	int permanentUsed() {
		return account().map((account) -> this.madeElsewhere + this.mapper.permanentUsed(account.appId())).orElse(0);
	}

	/** How many of the actor's codes need a person. */
	int inTrouble(Actor actor) {
		Set<UnitId> kept = keptBy(actor);
		return kept.isEmpty() ? 0 : this.mapper.countInTrouble(kept, now().plus(SceneIssuing.AHEAD.dividedBy(2)));
	}

	/** The account whose codes these are: a subscription account has none. */
	Optional<WeChatAccount> account() {
		return this.accounts.first(AccountKind.SERVICE).filter((one) -> one.may(Capability.SCENE_QR_CODE));
	}

	private void takePermanent(String appId) {
		this.mapper.beginCounting(appId);
		if (this.mapper.takePermanent(appId, MOST_PERMANENT - this.madeElsewhere) == 0) {
			throw new Refusal.Conflict("scene.no-permanent-left", MOST_PERMANENT);
		}
	}

	private static String random() {
		StringBuilder word = new StringBuilder();
		for (byte one : RandomBytes.take(RANDOM)) {
			word.append(LETTERS.charAt(one & 31));
		}
		return word.toString();
	}

	private static List<SceneQrCode> codes(List<SceneMapper.Row> rows) {
		return rows.stream().map(SceneMapper.Row::code).toList();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/** What the desk works with. */
	record Parts(SceneMapper mapper, WeChatAccounts accounts, Units units, Audit audit) {
	}

}
