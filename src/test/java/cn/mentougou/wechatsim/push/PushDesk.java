package cn.mentougou.wechatsim.push;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Takes pushes, sends them off, and keeps the log of what became of them. */
public final class PushDesk implements AutoCloseable {

	private static final int KEPT = 5_000;

	private final World world;

	private final Faults faults;

	private final ExecutorService executor = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "wechatsim-push");
		thread.setDaemon(true);
		return thread;
	});

	private final Map<String, Push> log = new LinkedHashMap<>();

	private final Lanes lanes = new Lanes();

	private PushSettings settings;

	private PushOptions options = PushOptions.NONE;

	public PushDesk(World world, Faults faults, PushSettings settings) {
		this.world = world;
		this.faults = faults;
		this.settings = settings;
	}

	/** Sends a push and returns at once. */
	public Push send(PushDraft draft) {
		return send(prepare(draft));
	}

	/** A push with its number, not yet sent: the phone shows the person's line first. */
	public Push prepare(PushDraft draft) {
		return new Push(world.nextId("push"), draft, world.clock().instant(),
				(changed) -> world.broadcast().tell("push", changed));
	}

	/** Sends a prepared push and returns at once. */
	public Push send(Push push) {
		return send(push, false);
	}

	/**
	 * Sends what an earlier push said once more: same MsgId, same body, another
	 * signature. A reply is shown only if the person has not had one.
	 */
	public Push redeliver(String id, @Nullable String url) {
		Push earlier = find(id).orElseThrow(() -> new IllegalArgumentException("没有编号为 " + id + " 的推送"));
		PushDraft draft = earlier.draft();
		String target = (url != null) ? url : draft.url();
		PushDraft again = new PushDraft(draft.appId(), draft.personId(), draft.kind(), draft.clearXml(), id, target);
		return send(prepare(again), earlier.state() == PushRecord.State.ANSWERED);
	}

	private Push send(Push push, boolean mute) {
		PushDraft draft = push.draft();
		SimAccount account = world.account(draft.appId()).orElseThrow();
		Set<FaultAction> struck = strikes(draft);
		PushOptions taken;
		synchronized (this) {
			log.put(push.id(), push);
			forgetOldest();
			taken = takeOptions();
		}
		if (!isDeliverable(account, draft) || struck.contains(FaultAction.LOST_EVENT)) {
			push.become(PushRecord.State.SILENT);
			push.finish();
			return push;
		}
		Lanes.Turn turn = lanes.next(draft, taken.reorder() || struck.contains(FaultAction.REORDER_PUSH));
		PushOptions effective = struck.contains(FaultAction.DUPLICATE_PUSH) ? taken.andDuplicate() : taken;
		push.become(PushRecord.State.DELIVERING);
		executor.execute(new Delivery(world, push, new Delivery.Order(settings(), effective, turn, mute), executor));
		return push;
	}

	private Set<FaultAction> strikes(PushDraft draft) {
		String openId = world.followers().openId(draft.appId(), draft.personId());
		return faults.strikePush(new Fault.Target(draft.appId(), draft.kind(), openId))
			.stream()
			.map(Fault::action)
			.collect(Collectors.toSet());
	}

	private boolean isDeliverable(SimAccount account, PushDraft draft) {
		boolean nowhere = draft.url() == null && (account.webhookUrl() == null || account.webhookUrl().isEmpty());
		return !nowhere && !world.followers().of(draft.appId(), draft.personId()).blacklisted();
	}

	private PushOptions takeOptions() {
		PushOptions taken = options;
		if (taken.times() == 1) {
			options = PushOptions.NONE;
		}
		else if (taken.times() > 1) {
			options = taken.times(taken.times() - 1);
		}
		return taken;
	}

	private void forgetOldest() {
		if (log.size() > KEPT) {
			log.remove(log.keySet().iterator().next());
		}
	}

	public synchronized Optional<Push> find(String id) {
		return Optional.ofNullable(log.get(id));
	}

	/** All pushes, the oldest first. */
	public synchronized List<Push> log() {
		return new ArrayList<>(log.values());
	}

	public synchronized PushSettings settings() {
		return settings;
	}

	public void settings(PushSettings changed) {
		synchronized (this) {
			settings = changed;
		}
		world.changed();
	}

	public synchronized PushOptions options() {
		return options;
	}

	public void options(PushOptions changed) {
		synchronized (this) {
			options = changed;
		}
		world.changed();
	}

	/** Forgets the log and the options. */
	public void reset() {
		synchronized (this) {
			log.clear();
			options = PushOptions.NONE;
		}
	}

	@Override
	public void close() {
		executor.shutdownNow();
	}

}
