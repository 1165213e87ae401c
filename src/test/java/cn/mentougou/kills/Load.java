package cn.mentougou.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.wechatsim.SimPerson;

/** People who write without pause: half of it answered from memory, a few slowly. */
final class Load implements AutoCloseable {

	private static final int SLOW_PERCENT = 2;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

	private final List<SimPerson> people;

	private final Random random;

	private final String name;

	private int written;

	private Load(List<SimPerson> people, String name, long seed) {
		this.people = people;
		this.name = name;
		this.random = new Random(seed);
	}

	/** Begins; each message's words begin with the name of the load. */
	static Load start(List<SimPerson> people, String name, int aSecond, long seed) {
		Load load = new Load(people, name, seed);
		long period = TimeUnit.SECONDS.toMicros(1) / aSecond;
		load.timer.scheduleAtFixedRate(load::write, 0, period, TimeUnit.MICROSECONDS);
		return load;
	}

	/** Stops writing and returns everything that was written. */
	List<Sent> stop() {
		close();
		return List.copyOf(this.sent);
	}

	/** Gives away what has come to its end, so that a long load does not pile up. */
	List<Sent> takeDone() {
		synchronized (this.sent) {
			List<Sent> done = this.sent.stream().filter((one) -> one.push().isDone()).toList();
			this.sent.removeAll(new HashSet<>(done));
			return done;
		}
	}

	private void write() {
		int dice = this.random.nextInt(100);
		String word = (dice < SLOW_PERCENT) ? EffectHandlers.SLOW
				: (dice % 2 == 0) ? EffectHandlers.ECHO : EffectHandlers.QUICK;
		SimPerson person = this.people.get(this.random.nextInt(this.people.size()));
		String id = this.name + "-" + this.written++;
		this.sent.add(new Sent(person, word, id, person.text(Site.SERVICE, word + " " + id)));
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		try {
			this.timer.awaitTermination(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
