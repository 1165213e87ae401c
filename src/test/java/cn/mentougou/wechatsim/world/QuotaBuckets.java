package cn.mentougou.wechatsim.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many customer-service messages an account may still send to a person: one bucket
 * for each kind of trigger, spent from the one that ends first.
 */
public final class QuotaBuckets {

	private final Clock clock;

	private final Map<String, Map<Trigger, Bucket>> byOpenId = new LinkedHashMap<>();

	QuotaBuckets(Clock clock) {
		this.clock = clock;
	}

	public synchronized void grant(String openId, Trigger trigger) {
		Bucket bucket = new Bucket(openId, trigger, trigger.messages, clock.instant().plus(trigger.lasts));
		byOpenId.computeIfAbsent(openId, (id) -> new EnumMap<>(Trigger.class)).put(trigger, bucket);
	}

	public synchronized Spending spend(String openId) {
		List<Bucket> live = live(openId);
		if (live.isEmpty()) {
			return Spending.CLOSED;
		}
		Optional<Bucket> first = live.stream()
			.filter((bucket) -> bucket.remaining() > 0)
			.min(Comparator.comparing(Bucket::expiresAt));
		if (first.isEmpty()) {
			return Spending.EMPTY;
		}
		Bucket bucket = first.get();
		byOpenId.get(openId).put(bucket.trigger(), bucket.minusOne());
		return Spending.SPENT;
	}

	/** The buckets whose time has not run out, empty ones included. */
	public synchronized List<Bucket> live(String openId) {
		Instant now = clock.instant();
		return byOpenId.getOrDefault(openId, Map.of())
			.values()
			.stream()
			.filter((bucket) -> now.isBefore(bucket.expiresAt()))
			.toList();
	}

	public synchronized void clear(String openId) {
		byOpenId.remove(openId);
	}

	synchronized List<Bucket> all() {
		return byOpenId.values().stream().flatMap((buckets) -> buckets.values().stream()).toList();
	}

	synchronized void replace(Collection<Bucket> buckets) {
		byOpenId.clear();
		for (Bucket bucket : buckets) {
			byOpenId.computeIfAbsent(bucket.openId(), (id) -> new EnumMap<>(Trigger.class))
				.put(bucket.trigger(), bucket);
		}
	}

	/** What the person did to open the window. */
	public enum Trigger {

		/** Sent a message. */
		MESSAGE(5, Duration.ofHours(48)),
		/** Tapped a menu button or an entry of a menu message. */
		MENU(3, Duration.ofMinutes(1)),
		/** Followed the account. */
		FOLLOW(3, Duration.ofMinutes(1)),
		/** Scanned a QR code with a scene. */
		SCAN(3, Duration.ofMinutes(1));

		private final int messages;

		private final Duration lasts;

		Trigger(int messages, Duration lasts) {
			this.messages = messages;
			this.lasts = lasts;
		}

	}

	/** What became of an attempt to spend one message. */
	public enum Spending {

		/** One message less. */
		SPENT,
		/** A window is open, but nothing is left in it. */
		EMPTY,
		/** No window is open. */
		CLOSED

	}

	/** What one trigger still allows. */
	public record Bucket(String openId, Trigger trigger, int remaining, Instant expiresAt) {

		Bucket minusOne() {
			return new Bucket(openId, trigger, remaining - 1, expiresAt);
		}

	}

}
