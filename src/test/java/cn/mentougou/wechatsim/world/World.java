package cn.mentougou.wechatsim.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that the platform knows, in one place, so that it can be saved and set back. */
public final class World {

	private final SimClock clock;

	private final SeededRandom random;

	private final Broadcast broadcast = new Broadcast();

	private final Map<String, SimAccount> accounts = new LinkedHashMap<>();

	private final Map<String, Person> persons = new LinkedHashMap<>();

	private final Followers followers;

	private final QuotaBuckets buckets;

	private final PhoneLog phone = new PhoneLog(this);

	private final List<WorldPart> parts = new CopyOnWriteArrayList<>();

	private final AtomicLong counter = new AtomicLong();

	private final AtomicLong messageId = new AtomicLong();

	public World(SimClock clock, long seed, Collection<SimAccount> accounts) {
		this.clock = clock;
		this.random = new SeededRandom(seed);
		this.followers = new Followers(random);
		this.buckets = new QuotaBuckets(clock);
		accounts.forEach((account) -> this.accounts.put(account.appId(), account));
		clock.onAdvance(this::changed);
	}

	public SimClock clock() {
		return clock;
	}

	public SeededRandom random() {
		return random;
	}

	public Broadcast broadcast() {
		return broadcast;
	}

	public Followers followers() {
		return followers;
	}

	public QuotaBuckets buckets() {
		return buckets;
	}

	public PhoneLog phone() {
		return phone;
	}

	/** The person left the account: windows close, and what belonged to them goes. */
	public void left(String appId, String openId) {
		buckets.clear(openId);
		parts.forEach((part) -> part.left(appId, openId));
	}

	/** From now on the part is saved and set back with the world. */
	public <P extends WorldPart> P attach(P part) {
		parts.add(part);
		return part;
	}

	public synchronized List<SimAccount> accounts() {
		return List.copyOf(accounts.values());
	}

	public synchronized Optional<SimAccount> account(@Nullable String appId) {
		return Optional.ofNullable(accounts.get(appId));
	}

	public void put(SimAccount account) {
		synchronized (this) {
			accounts.put(account.appId(), account);
		}
		changed();
	}

	public synchronized List<Person> persons() {
		return List.copyOf(persons.values());
	}

	public synchronized Optional<Person> person(@Nullable String id) {
		return Optional.ofNullable(persons.get(id));
	}

	public Person addPerson(String nickname) {
		Person person = addPersonQuietly(nickname, false);
		changed();
		return person;
	}

	private synchronized Person addPersonQuietly(String nickname, boolean crowd) {
		String id = nextId("p");
		Person person = new Person(id, nickname, "", crowd);
		persons.put(id, person);
		return person;
	}

	/**
	 * Many people who have followed the account for a while, one after the other over the
	 * given time until now. Nothing is pushed: they came before the account had a server.
	 */
	public void addCrowd(String appId, String nickname, int count, Duration over) {
		Instant now = clock.instant();
		for (int left = count; left > 0; left--) {
			Person person = addPersonQuietly(nickname + (count - left + 1), true);
			followers.follow(appId, person.id(), now.minus(over.multipliedBy(left).dividedBy(count)), null);
		}
		changed();
	}

	/** The person's id for all accounts of one open platform, where there is one. */
	public Optional<String> unionId(SimAccount account, String personId) {
		return Optional.ofNullable(account.openPlatformId())
			.map((platform) -> "o" + random.text(27, "unionid", platform, personId));
	}

	public String nextId(String prefix) {
		return prefix + counter.incrementAndGet();
	}

	/**
	 * Seventeen digits, always increasing, and after a restart too, since an account's
	 * server may remember older ones.
	 */
	public long nextMessageId() {
		long fromTime = clock.millis() * 10_000;
		return messageId.updateAndGet((last) -> Math.max(last + 1, fromTime));
	}

	/** Tells everybody that accounts, people or settings are not what they were. */
	public void changed() {
		broadcast.tell("state", this);
	}

	public synchronized WorldSnapshot snapshot() {
		return new WorldSnapshot(random.seed(), clock.offset(), counter.get(), messageId.get(), accounts(), persons(),
				followers.all(), buckets.all(), phone.all(), savedParts());
	}

	private Map<String, JsonNode> savedParts() {
		return parts.stream()
			.collect(Collectors.toMap(WorldPart::name, (part) -> Json.MAPPER.valueToTree(part.saved())));
	}

	/**
	 * Forgets people, chats and jumps of time. Accounts stay as they were set up, with
	 * their menus, tags and codes, and ids go on, because an account's server still
	 * remembers the people of before.
	 */
	public void reset() {
		parts.forEach(WorldPart::forgetPeople);
		restore(new WorldSnapshot(random.seed(), Duration.ZERO, 0, 0, accounts(), List.of(), List.of(), List.of(),
				List.of(), savedParts()));
	}

	/** Puts back what was; ids go on where they are, so that none is given twice. */
	public void restore(WorldSnapshot snapshot) {
		if (snapshot.seed() != random.seed()) {
			throw new IllegalArgumentException("快照属于另一个种子：" + snapshot.seed());
		}
		synchronized (this) {
			clock.offset(snapshot.clockOffset());
			counter.updateAndGet((current) -> Math.max(current, snapshot.counter()));
			messageId.updateAndGet((current) -> Math.max(current, snapshot.lastMessageId()));
			accounts.clear();
			snapshot.accounts().forEach((account) -> accounts.put(account.appId(), account));
			persons.clear();
			snapshot.persons().forEach((person) -> persons.put(person.id(), person));
			followers.replace(snapshot.followers());
			buckets.replace(snapshot.buckets());
			phone.replace(snapshot.bubbles());
			parts
				.forEach((part) -> part.restore(snapshot.parts().getOrDefault(part.name(), Json.MAPPER.missingNode())));
		}
		changed();
	}

}
