package cn.mentougou.wechatsim.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.wechatsim.world.World;

/** How often each account called each endpoint today, and how often it may. */
public final class ApiCounters {

	private static final Map<String, Integer> MINUTELY = Map.of("/cgi-bin/stable_token", 10_000,
			"/cgi-bin/message/mass/sendall", 60, "/cgi-bin/message/mass/send", 60);

	private static final int CLEARINGS_A_MONTH = 10;

	private final Clock clock;

	private final Map<Key, Integer> used = new LinkedHashMap<>();

	private final Map<Key, Integer> limits = new LinkedHashMap<>();

	private final Map<String, Integer> daily = new HashMap<>();

	public ApiCounters(World world) {
		this.clock = world.clock();
	}

	/** What every account may do a day as long as nobody sets another limit. */
	synchronized void learn(Collection<Endpoint> endpoints) {
		endpoints.forEach((endpoint) -> daily.put(endpoint.path(), endpoint.daily()));
	}

	/** Counts a call, or refuses it. */
	public synchronized void count(String appId, String api) {
		String minute = "minute " + clock.millis() / 60_000;
		if (used(new Key(appId, api, minute)) >= MINUTELY.getOrDefault(api, Endpoint.WITHOUT_LIMIT)) {
			throw new ApiError(ErrorCode.TOO_FREQUENT);
		}
		if (used(today(appId, api)) >= limit(appId, api)) {
			throw new ApiError(ErrorCode.DAILY_QUOTA);
		}
		if (MINUTELY.containsKey(api)) {
			used.merge(new Key(appId, api, minute), 1, Integer::sum);
		}
		used.merge(today(appId, api), 1, Integer::sum);
	}

	/** Sets the daily limit of an endpoint for an account. */
	public synchronized void limit(String appId, String api, int limit) {
		limits.put(new Key(appId, api, ""), limit);
	}

	/** All counters of an account begin anew; ten times a month. */
	public synchronized void clear(String appId) {
		Key month = new Key(appId, "clear_quota", YearMonth.now(clock).toString());
		if (used(month) >= CLEARINGS_A_MONTH) {
			throw new ApiError(ErrorCode.CLEAR_QUOTA_LIMIT);
		}
		used.keySet().removeIf((key) -> key.appId().equals(appId) && !key.api().equals("clear_quota"));
		used.merge(month, 1, Integer::sum);
	}

	public synchronized Usage usage(String appId, String api) {
		return new Usage(appId, api, used(today(appId, api)), limit(appId, api));
	}

	/** Today's counters, the most used first. */
	public synchronized List<Usage> today() {
		String day = LocalDate.now(clock).toString();
		return used.keySet()
			.stream()
			.filter((key) -> key.period().equals(day))
			.map((key) -> usage(key.appId(), key.api()))
			.sorted(Comparator.comparing(Usage::used).reversed())
			.toList();
	}

	synchronized void reset() {
		used.clear();
		limits.clear();
	}

	private int used(Key key) {
		return used.getOrDefault(key, 0);
	}

	private int limit(String appId, String api) {
		return limits.getOrDefault(new Key(appId, api, ""), daily.getOrDefault(api, Endpoint.WITHOUT_LIMIT));
	}

	private Key today(String appId, String api) {
		return new Key(appId, api, LocalDate.now(clock).toString());
	}

	/** A counter's value beside its limit. */
	public record Usage(String appId, String api, int used, int limit) {
	}

	/** What is counted, and for which day, minute or month. */
	private record Key(String appId, String api, String period) {
	}

}
