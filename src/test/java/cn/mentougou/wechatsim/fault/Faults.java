package cn.mentougou.wechatsim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Consumer;
import java.util.function.Predicate;

import cn.mentougou.wechatsim.world.World;

/** The faults in force. */
public final class Faults {

	private final World world;

	private final Consumer<Fault> deeds;

	private final List<Fault> faults = new ArrayList<>();

	/** {@code deeds} does what happens at once, such as invalidating tokens. */
	public Faults(World world, Consumer<Fault> deeds) {
		this.world = world;
		this.deeds = deeds;
	}

	/** Puts a fault in force; what needs no call to strike happens at once. */
	public Fault add(Fault order) {
		if (order.action() == null) {
			throw new IllegalArgumentException("缺少 action");
		}
		Fault fault = order.named(world.nextId("f"));
		if (fault.action().isDeed() && fault.criteria().isAny()) {
			deeds.accept(fault);
			return fault.counted(true);
		}
		synchronized (this) {
			faults.add(fault);
		}
		world.changed();
		return fault;
	}

	public synchronized List<Fault> list() {
		return List.copyOf(faults);
	}

	public boolean remove(String id) {
		boolean removed;
		synchronized (this) {
			removed = faults.removeIf((fault) -> id.equals(fault.id()));
		}
		world.changed();
		return removed;
	}

	public void clear() {
		synchronized (this) {
			faults.clear();
		}
		world.changed();
	}

	public List<Fault> strikeCall(Fault.Target call) {
		return strike(call, (action) -> !action.isForPushes() && !action.isForJobs());
	}

	public List<Fault> strikePush(Fault.Target push) {
		return strike(push, FaultAction::isForPushes);
	}

	/**
	 * What befalls a message that was accepted; the path is the event that tells of it.
	 */
	public List<Fault> strikeJob(Fault.Target job) {
		return strike(job, (action) -> action == FaultAction.JOB_FAILED);
	}

	/** When an event is pushed before or after its usual time. */
	public List<Fault> strikeTiming(Fault.Target event) {
		return strike(event, (action) -> action == FaultAction.EARLY_EVENT || action == FaultAction.LATE_EVENT);
	}

	private List<Fault> strike(Fault.Target target, Predicate<FaultAction> kind) {
		List<Fault> struck = draw(target, kind);
		if (!struck.isEmpty()) {
			struck.stream().filter((fault) -> fault.action().isDeed()).forEach(deeds);
			world.changed();
		}
		return struck;
	}

	private synchronized List<Fault> draw(Fault.Target target, Predicate<FaultAction> kind) {
		List<Fault> struck = new ArrayList<>();
		for (ListIterator<Fault> each = faults.listIterator(); each.hasNext();) {
			Fault fault = each.next();
			if (kind.test(fault.action()) && fault.criteria().fits(target)) {
				boolean hit = hits(fault);
				Fault counted = fault.counted(hit);
				each.set(counted);
				if (hit) {
					struck.add(counted);
				}
				if (counted.isSpent()) {
					each.remove();
				}
			}
		}
		return struck;
	}

	private boolean hits(Fault fault) {
		Fault.Match match = fault.criteria();
		if (match.nth() > 0) {
			return fault.seen() + 1 == match.nth();
		}
		Double probability = match.probability();
		return probability == null
				|| world.random().chance(probability, "fault", String.valueOf(fault.id()), fault.seen());
	}

}
