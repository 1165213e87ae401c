package cn.mentougou.education.wechat.bridge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.scene.SceneDraft;
import cn.mentougou.education.wechat.scene.SceneKind;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/**
 * Keeps the way to the service account: one permanent code for it, which people may save
 * on their phones, and its picture at each subscription account, renewed a day before it
 * ends or when the code changes.
 */
class Bridge {

	private static final Duration LIFE = Duration.ofDays(3);

	private static final Duration AHEAD = Duration.ofDays(1);

	/** What is handed out lasts while somebody looks at it. */
	private static final Duration LEAST = Duration.ofMinutes(5);

	private final BridgeMapper mapper;

	private final SceneQrCodes codes;

	private final WxMpPictures pictures;

	private final WeChatAccounts accounts;

	private final Units units;

	private final Clock clock;

	Bridge(Parts parts, WeChatAccounts accounts, Units units, Clock clock) {
		this.mapper = parts.mapper();
		this.codes = parts.codes();
		this.pictures = parts.pictures();
		this.accounts = accounts;
		this.units = units;
		this.clock = clock;
	}

	/** Makes the code if there is none, and brings its picture where it is needed. */
	void keep() {
		Optional<SceneQrCode> code = code().or(this::ordered);
		SceneQrCode.Ticket ticket = code.map(SceneQrCode::ticket).orElse(null);
		if (ticket == null || !code.orElseThrow().works(now())) {
			return;
		}
		byte[] png = null;
		for (WeChatAccount account : subscriptions()) {
			if (isNeeded(account.appId(), ticket)) {
				png = (png != null) ? png : Drawing.of(ticket.url());
				bring(account.appId(), ticket, png);
			}
		}
	}

	private void bring(String appId, SceneQrCode.Ticket ticket, byte[] png) {
		Instant sent = now();
		Instant end = sent.plus(LIFE);
		Instant codeEnds = ticket.expiresAt();
		Instant until = (codeEnds != null && codeEnds.isBefore(end)) ? codeEnds : end;
		this.pictures.upload(appId, png)
			.ifPresent((media) -> this.mapper.put(new BridgeMapper.Picture(appId, ticket.url(), media, sent, until)));
	}

	private boolean isNeeded(String appId, SceneQrCode.Ticket ticket) {
		return this.mapper.find(appId)
			.filter((picture) -> picture.madeOf().equals(ticket.url())
					&& picture.validUntil().isAfter(now().plus(AHEAD)))
			.isEmpty();
	}

	/**
	 * The code of the service account, if the district is there and the code was made.
	 */
	Optional<SceneQrCode> code() {
		return this.units.commission().flatMap((unit) -> this.codes.theOne(SceneKind.ACCOUNT, unit.id()));
	}

	/** The address in the code that can be scanned now. */
	Optional<String> url() {
		return code().filter((code) -> code.works(now())).map(SceneQrCode::ticket).map(SceneQrCode.Ticket::url);
	}

	/** The media id of a picture that this account can send now. */
	Optional<String> picture(String appId) {
		return this.mapper.find(appId)
			.filter((picture) -> picture.validUntil().isAfter(now().plus(LEAST)))
			.map(BridgeMapper.Picture::mediaId);
	}

	/** Whether this is an account that leads to the service account. */
	boolean isSubscription(String appId) {
		return this.accounts.find(appId).filter((account) -> account.kind() == AccountKind.SUBSCRIPTION).isPresent();
	}

	private List<WeChatAccount> subscriptions() {
		return this.accounts.all().stream().filter((account) -> account.kind() == AccountKind.SUBSCRIPTION).toList();
	}

	/** It is asked for at the platform by the job of the codes; the picture follows. */
	private Optional<SceneQrCode> ordered() {
		return this.units.commission().flatMap((unit) -> {
			try {
				return this.codes.find(this.codes.order(Actor.system("job:service-account-picture"),
						new SceneDraft(SceneKind.ACCOUNT, unit.id(), "门头沟教育服务号", "", true, null)));
			}
			catch (Refusal.Conflict ex) {
				// No service account that may have one, or none left.
				return Optional.empty();
			}
		});
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/** What the way is kept with. */
	record Parts(BridgeMapper mapper, SceneQrCodes codes, WxMpPictures pictures) {
	}

}
