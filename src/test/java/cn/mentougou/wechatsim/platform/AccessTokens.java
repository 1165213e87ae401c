package cn.mentougou.wechatsim.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Access tokens: the old kind and the stable kind, which know nothing of each other. */
public final class AccessTokens {

	private static final Duration LIFE = Duration.ofSeconds(7200);

	private static final Duration OVERLAP = Duration.ofSeconds(300);

	private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);

	private static final int FORCED_PER_DAY = 20;

	private final World world;

	private final Clock clock;

	/** In the order of their issue, so that the last one of a kind is the current one. */
	private final Map<String, Token> tokens = new LinkedHashMap<>();

	private final Map<String, Forced> forced = new LinkedHashMap<>();

	private int issued;

	public AccessTokens(World world) {
		this.world = world;
		this.clock = world.clock();
	}

	/** A new token for each call; the one before lives on for five minutes. */
	public synchronized Grant legacy(SimAccount account) {
		current(account.appId(), false)
			.ifPresent((before) -> change(before::equals, (token) -> token.until(clock.instant().plus(OVERLAP))));
		return grant(issue(account, false));
	}

	/**
	 * The same token as long as it lives; in its last five minutes a new one beside it.
	 */
	public synchronized Grant stable(SimAccount account, boolean force) {
		boolean usable = usableStable(account).isPresent();
		if (force && mayForce(account.appId(), usable)) {
			change((token) -> token.stable() && token.appId().equals(account.appId()),
					(token) -> token.until(Instant.MIN));
		}
		return grant(usableStable(account).filter((token) -> token.remainingAt(clock.instant()).compareTo(OVERLAP) > 0)
			.orElseGet(() -> issue(account, true)));
	}

	/** Whose token it is, or an error that says what is wrong with it. */
	synchronized SimAccount accountOf(String value) {
		if (value.isEmpty()) {
			throw new ApiError(ErrorCode.TOKEN_MISSING);
		}
		if (!value.matches("[A-Za-z0-9_-]{64,512}")) {
			throw new ApiError(ErrorCode.INVALID_TOKEN);
		}
		Token token = tokens.get(value);
		if (token == null) {
			throw new ApiError(ErrorCode.INVALID_CREDENTIAL);
		}
		token.refusalAt(clock.instant()).ifPresent((code) -> {
			throw new ApiError(code);
		});
		return world.account(token.appId()).orElseThrow(() -> new ApiError(ErrorCode.INVALID_CREDENTIAL));
	}

	/** All tokens of the account become unknown; of all accounts where none is named. */
	public synchronized void invalidate(@Nullable String appId) {
		change((token) -> token.isOf(appId), (token) -> token.until(Instant.MIN));
	}

	public synchronized void expire(@Nullable String appId) {
		change((token) -> token.isOf(appId), (token) -> token.expiredAt(clock.instant()));
	}

	/** Replaced tokens end now instead of in five minutes. */
	public synchronized void endGrace(@Nullable String appId) {
		change((token) -> token.isOf(appId) && !current(token.appId(), token.stable()).equals(Optional.of(token)),
				(token) -> token.until(Instant.MIN));
	}

	public synchronized void reset() {
		tokens.clear();
		forced.clear();
		issued = 0;
	}

	private Optional<Token> usableStable(SimAccount account) {
		return current(account.appId(), true).filter((token) -> token.refusalAt(clock.instant()).isEmpty());
	}

	private Optional<Token> current(String appId, boolean stable) {
		return tokens.values()
			.stream()
			.filter((token) -> token.stable() == stable && token.appId().equals(appId))
			.reduce((earlier, later) -> later);
	}

	private Token issue(SimAccount account, boolean stable) {
		tokens.values().removeIf((old) -> old.expiresAt().isBefore(clock.instant().minus(LIFE)));
		String value = "sim_" + world.random().text(132, "token", account.appId(), issued++);
		Token token = new Token(value, account.appId(), stable, clock.instant().plus(LIFE), Instant.MAX);
		tokens.put(value, token);
		return token;
	}

	private Grant grant(Token token) {
		return new Grant(token.value(), token.remainingAt(clock.instant()).toSeconds());
	}

	private boolean mayForce(String appId, boolean usable) {
		Instant now = clock.instant();
		LocalDate today = LocalDate.now(clock);
		Forced last = forced.getOrDefault(appId, new Forced(Instant.EPOCH, LocalDate.EPOCH, 0));
		if (usable && now.isBefore(last.at().plus(BETWEEN_FORCED))) {
			return false;
		}
		int count = last.on().equals(today) ? last.count() : 0;
		if (count >= FORCED_PER_DAY) {
			throw new ApiError(ErrorCode.DAILY_QUOTA);
		}
		forced.put(appId, new Forced(now, today, count + 1));
		return true;
	}

	private void change(Predicate<Token> which, UnaryOperator<Token> change) {
		tokens.replaceAll((value, token) -> which.test(token) ? change.apply(token) : token);
	}

	/** What a token call hands out. */
	public record Grant(String token, long expiresIn) {
	}

	/** The forced refreshes of a day. */
	private record Forced(Instant at, LocalDate on, int count) {
	}

	/**
	 * One token; {@code until} is when it ends because it was replaced or invalidated.
	 */
	private record Token(String value, String appId, boolean stable, Instant expiresAt, Instant until) {

		boolean isOf(@Nullable String wanted) {
			return wanted == null || wanted.isEmpty() || wanted.equals(appId);
		}

		Token until(Instant end) {
			return new Token(value, appId, stable, expiresAt, end);
		}

		Token expiredAt(Instant now) {
			return new Token(value, appId, stable, now, until);
		}

		Duration remainingAt(Instant now) {
			return Duration.between(now, expiresAt);
		}

		Optional<Integer> refusalAt(Instant now) {
			if (!now.isBefore(until)) {
				return Optional.of(ErrorCode.INVALID_CREDENTIAL);
			}
			return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(ErrorCode.TOKEN_EXPIRED);
		}

	}

}
