package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The access tokens of all accounts; the same ones at every instance. */
public class AccessTokens {

	/** A token with less life than this is not handed out: the call may take its time. */
	static final Duration LEAST_LIFE = Duration.ofSeconds(30);

	/**
	 * When to fetch the next one. Only in the last five minutes does the platform give a
	 * new token; ten seconds are left for clocks that differ.
	 */
	static final Duration RENEWED_BELOW = Duration.ofSeconds(290);

	/**
	 * How long a token that the platform refuses and yet gives again is not asked for.
	 */
	private static final Duration STUCK = Duration.ofSeconds(10);

	private static final Logger logger = LoggerFactory.getLogger(AccessTokens.class);

	private final WeChatAccounts accounts;

	private final TokenCache cache;

	private final TokenStore store;

	private final TokenRefresh refresh;

	private final Clock clock;

	private final Map<String, HeldToken> memory = new ConcurrentHashMap<>();

	/** Tokens that were refused and came again, until when they are left alone. */
	private final Map<String, HeldToken> stuck = new ConcurrentHashMap<>();

	AccessTokens(WeChatAccounts accounts, TokenCache cache, TokenStore store, TokenRefresh refresh, Clock clock) {
		this.accounts = accounts;
		this.cache = cache;
		this.store = store;
		this.refresh = refresh;
		this.clock = clock;
	}

	/**
	 * A token that lives at least half a minute.
	 * @throws TokenUnavailable if there is none
	 */
	public String current(String appId) {
		HeldToken remembered = this.memory.get(appId);
		if (remembered != null && lives(remembered)) {
			return remembered.value();
		}
		WeChatAccount account = this.accounts.of(appId);
		Optional<HeldToken> cached = this.cache.find(appId).filter(this::lives);
		if (cached.isPresent()) {
			this.memory.put(appId, cached.get());
			return cached.get().value();
		}
		return brought(account, this::lives).value();
	}

	/**
	 * The platform did not accept this token (40001, 40014, 42001). If it is still the
	 * stored one, the next is fetched; if another instance already stored a newer one,
	 * that is taken.
	 * @throws TokenUnavailable if there is no other
	 */
	public void refused(String appId, String token) {
		HeldToken again = this.stuck.get(appId);
		if (again != null && again.value().equals(token) && again.lives(Duration.ZERO, this.clock.instant())) {
			return;
		}
		this.memory.computeIfPresent(appId, (id, held) -> held.value().equals(token) ? null : held);
		HeldToken next = brought(this.accounts.of(appId), (held) -> lives(held) && !held.value().equals(token));
		if (next.value().equals(token)) {
			logger.warn("the platform refuses the token of {} and yet gives it again", appId);
			this.stuck.put(appId, new HeldToken(token, this.clock.instant().plus(STUCK)));
		}
	}

	/** Fetches the next token of every account whose token is about to end. */
	void renew() {
		for (WeChatAccount account : this.accounts.all()) {
			try {
				// An account that never sent anything needs no token yet.
				if (this.store.find(account.appId()).isPresent()) {
					Instant now = this.clock.instant();
					brought(account, (held) -> held.lives(RENEWED_BELOW, now));
				}
			}
			catch (TokenUnavailable ex) {
				logger.debug("token of {} not renewed: {}", ex.appId(), ex.code());
			}
			catch (RuntimeException ex) {
				logger.error("token of {} not renewed", account.appId(), ex);
			}
		}
	}

	/** How it stands with the account's token, as it is stored. */
	public State stateOf(String appId) {
		Instant now = this.clock.instant();
		return this.store.find(appId).map((row) -> {
			Instant until = this.store.held(appId, row).map(HeldToken::expiresAt).filter(now::isBefore).orElse(null);
			String trouble = this.store.failure(appId, row).map(TokenUnavailable::sentence).orElse(null);
			return new State(until, trouble);
		}).orElseGet(() -> new State(null, null));
	}

	private HeldToken brought(WeChatAccount account, Predicate<HeldToken> isGoodEnough) {
		HeldToken token = this.refresh.bring(account, isGoodEnough);
		HeldToken before = this.memory.put(account.appId(), token);
		if (!token.equals(before)) {
			this.cache.put(account.appId(), token);
		}
		return token;
	}

	private boolean lives(HeldToken token) {
		return token.lives(LEAST_LIFE, this.clock.instant());
	}

	/**
	 * How it stands with an account's token.
	 *
	 * @param until until when it lives, or null if there is none
	 * @param trouble why none could be fetched a moment ago and what to do, or null
	 */
	public record State(@Nullable Instant until, @Nullable String trouble) {
	}

}
