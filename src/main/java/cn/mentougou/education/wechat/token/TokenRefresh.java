package cn.mentougou.education.wechat.token;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.account.WeChatAccount;

/**
 * Lets one thread of one instance fetch the next token while all others wait for it: a
 * lock an account inside the JVM, a lease in MySQL between the instances.
 */
class TokenRefresh {

	/** How long a thread waits for another before it gives up. */
	private static final Duration PATIENCE = Duration.ofSeconds(12);

	private static final Duration LOOK_EVERY = Duration.ofMillis(50);

	/** After a failure that time may heal. */
	private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);

	/** After a failure that the operator must heal. */
	private static final Duration LONG_PAUSE = Duration.ofSeconds(20);

	private static final Logger logger = LoggerFactory.getLogger(TokenRefresh.class);

	private final TokenStore store;

	private final TokenCall call;

	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

	TokenRefresh(TokenStore store, TokenCall call) {
		this.store = store;
		this.call = call;
	}

	/**
	 * Brings a token that is good enough, from the store if one stands there, else from
	 * the platform.
	 * @throws TokenUnavailable if none is to be had, or an attempt failed a moment ago
	 */
	HeldToken bring(WeChatAccount account, Predicate<HeldToken> isGoodEnough) {
		OutsideCall.refuseInTransaction();
		ReentrantLock lock = this.locks.computeIfAbsent(account.appId(), (id) -> new ReentrantLock());
		try {
			if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw busy(account);
			}
			try {
				return bringAlone(account, isGoodEnough);
			}
			finally {
				lock.unlock();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw busy(account);
		}
	}

	private HeldToken bringAlone(WeChatAccount account, Predicate<HeldToken> isGoodEnough) throws InterruptedException {
		String appId = account.appId();
		String owner = UUID.randomUUID().toString();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		TokenMapper.Row row = this.store.row(appId);
		long seen = row.version();
		while (true) {
			// A token that somebody stored while we waited is the newest there is.
			boolean isNewer = row.version() > seen;
			Optional<HeldToken> held = this.store.held(appId, row)
				.filter((token) -> isNewer || isGoodEnough.test(token));
			if (held.isPresent()) {
				return held.get();
			}
			this.store.failure(appId, row).ifPresent((failure) -> {
				throw failure;
			});
			if (this.store.claim(appId, row, owner)) {
				return fetch(account, owner);
			}
			if (System.nanoTime() > deadline) {
				throw busy(account);
			}
			Thread.sleep(LOOK_EVERY.toMillis());
			row = this.store.row(appId);
		}
	}

	private HeldToken fetch(WeChatAccount account, String owner) {
		try {
			HeldToken token = this.call.fetch(account);
			boolean isStored = this.store.store(account.appId(), owner, token);
			logger.info("token of {} fetched, valid until {}{}", account.appId(), token.expiresAt(),
					isStored ? "" : "; another instance had taken over");
			return token;
		}
		catch (TokenUnavailable ex) {
			logger.warn("{}", ex.sentence());
			this.store.fail(owner, ex, ex.isPassing() ? SHORT_PAUSE : LONG_PAUSE);
			throw ex;
		}
	}

	private static TokenUnavailable busy(WeChatAccount account) {
		return new TokenUnavailable(account.appId(), TokenUnavailable.BUSY, "");
	}

}
