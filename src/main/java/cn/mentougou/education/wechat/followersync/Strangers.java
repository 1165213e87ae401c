package cn.mentougou.education.wechat.followersync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushWitness;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.follower.FollowerRoll;

/**
 * Notices people who write and are not known to follow, since we came later than they
 * did. It remembers in memory and asks the database now and then, so the webhook is not
 * slower; whom a crash makes it forget is found by the next comparison with the
 * platform's list.
 */
class Strangers implements PushWitness, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Strangers.class);

	private static final int MOST_WAITING = 5_000;

	private static final int MOST_SEEN = 50_000;

	private static final int STEP = 200;

	private static final long EVERY_SECONDS = 5;

	private final FollowerRoll roll;

	private final Set<Person> seen = ConcurrentHashMap.newKeySet();

	private final Map<Person, Instant> waiting = new ConcurrentHashMap<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "strangers");
		thread.setDaemon(true);
		return thread;
	});

	Strangers(FollowerRoll roll) {
		this.roll = roll;
		this.timer.scheduleWithFixedDelay(this::meet, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void saw(Push push) {
		InboundMessage message = push.message();
		if (!isOfAFollower(message)) {
			return;
		}
		Person person = new Person(message.appId(), message.openId());
		if (!this.seen.contains(person) && this.waiting.size() < MOST_WAITING) {
			this.waiting.putIfAbsent(person, push.receivedAt());
		}
	}

	/** Results of jobs come from helpers, not from followers; follows are recorded. */
	private static boolean isOfAFollower(InboundMessage message) {
		if (message instanceof InboundMessage.Event event) {
			return event.event() instanceof InboundEvent.Scanned || event.event() instanceof InboundEvent.MenuTapped
					|| event.event() instanceof InboundEvent.MenuOpened
					|| event.event() instanceof InboundEvent.LocationReported;
		}
		return !(message instanceof InboundMessage.Unknown);
	}

	/** Makes those known who wait. */
	synchronized void meet() {
		if (this.seen.size() > MOST_SEEN) {
			this.seen.clear();
		}
		Map<String, List<Person>> byAccount = new HashMap<>();
		this.waiting.keySet()
			.forEach((person) -> byAccount.computeIfAbsent(person.appId(), (appId) -> new ArrayList<>()).add(person));
		byAccount.forEach((appId, people) -> {
			for (int from = 0; from < people.size(); from += STEP) {
				meet(appId, people.subList(from, Math.min(from + STEP, people.size())));
			}
		});
	}

	private void meet(String appId, List<Person> people) {
		try {
			Instant first = people.stream()
				.map(this.waiting::get)
				.filter((at) -> at != null)
				.min(Instant::compareTo)
				.orElse(Instant.EPOCH);
			this.roll.wrote(appId, people.stream().map(Person::openId).toList(), first);
			this.seen.addAll(people);
			people.forEach(this.waiting::remove);
		}
		catch (RuntimeException ex) {
			// They wait; its message may quote a row.
			logger.warn("follower: {} people not looked up: {}", people.size(), ex.getClass().getSimpleName());
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/** A person of an account. */
	private record Person(String appId, String openId) {

		@Override
		public String toString() {
			return this.appId;
		}

	}

}
