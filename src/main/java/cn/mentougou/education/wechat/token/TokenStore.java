package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;

/**
 * The token in MySQL and the lease on fetching the next one. Each method is a transaction
 * of its own, committed when it returns.
 */
class TokenStore implements SealedRegister {

	/** Longer than a token call can take; after it the fetcher counts as dead. */
	static final Duration LEASE = Duration.ofSeconds(10);

	private static final Logger logger = LoggerFactory.getLogger(TokenStore.class);

	private final TokenMapper mapper;

	private final Vault vault;

	private final Clock clock;

	TokenStore(TokenMapper mapper, Vault vault, Clock clock) {
		this.mapper = mapper;
		this.vault = vault;
		this.clock = clock;
	}

	Optional<TokenMapper.Row> find(String appId) {
		return this.mapper.find(appId);
	}

	/** The account's row, made empty if there is none. */
	TokenMapper.Row row(String appId) {
		return this.mapper.find(appId).orElseGet(() -> {
			this.mapper.begin(appId);
			return this.mapper.find(appId).orElseThrow();
		});
	}

	/** The token of a row; a token whose key is gone is as good as none. */
	Optional<HeldToken> held(String appId, TokenMapper.Row row) {
		if (row.token() == null || row.expiresAt() == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new HeldToken(this.vault.open(row.token(), place(appId)), row.expiresAt()));
		}
		catch (Unsealable ex) {
			logger.warn("token of {} cannot be opened any more and is fetched anew", appId);
			return Optional.empty();
		}
	}

	/** Takes the lease if it is free and the row is still the one that was read. */
	boolean claim(String appId, TokenMapper.Row row, String owner) {
		Instant now = now();
		return this.mapper.claim(new TokenMapper.Lease(appId, row.version(), owner, now, now.plus(LEASE))) == 1;
	}

	/** Stores the token; false if the lease was lost meanwhile. */
	boolean store(String appId, String owner, HeldToken token) {
		byte[] sealed = this.vault.seal(token.value(), place(appId));
		return this.mapper.store(appId, owner, sealed, token.expiresAt().truncatedTo(ChronoUnit.MILLIS)) == 1;
	}

	/** Keeps everybody from trying again for a while. */
	void fail(String owner, TokenUnavailable reason, Duration pause) {
		Instant until = now().plus(pause);
		this.mapper.fail(new TokenMapper.Failure(reason.appId(), owner, reason.code(), reason.detail(), until));
	}

	/** The failure that still holds, if there is one. */
	Optional<TokenUnavailable> failure(String appId, TokenMapper.Row row) {
		if (row.failedUntil() == null || row.failedCode() == null || !row.failedUntil().isAfter(now())) {
			return Optional.empty();
		}
		String detail = (row.failedDetail() != null) ? row.failedDetail() : "";
		return Optional.of(new TokenUnavailable(appId, row.failedCode(), detail));
	}

	@Override
	public String register() {
		return "wechat.token";
	}

	@Override
	public String title() {
		return "公众号的 access_token";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		for (String appId : this.mapper.listAppIds()) {
			this.mapper.find(appId)
				.ifPresent((row) -> resealing.value(row.token(), place(appId),
						(before, now) -> this.mapper.exchange(appId, before, now)));
		}
		return "";
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static String place(String appId) {
		return "access_token/token/" + appId;
	}

}
