package cn.mentougou.wechatsim.mass;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/** All mass sends that were accepted, and how often each person was reached a month. */
final class MassJobs implements WorldPart {

	private static final long FIRST = 1_000_000_000L;

	/** A crowd is counted, not written down name by name. */
	private static final int SAVED_RECEIVERS = 200;

	private final World world;

	private final Map<Long, MassJob> jobs = new LinkedHashMap<>();

	private final Map<String, Integer> reached = new LinkedHashMap<>();

	private final Map<String, MassSettings> settings = new LinkedHashMap<>();

	private final AtomicLong last = new AtomicLong(FIRST);

	MassJobs(World world) {
		this.world = world;
	}

	/**
	 * Increases after a restart too, since an account's server may remember older ones.
	 */
	long newId() {
		long fromTime = world.clock().millis() / 1000;
		return last.updateAndGet((before) -> Math.max(before + 1, fromTime));
	}

	MassJob put(MassJob job) {
		synchronized (this) {
			jobs.put(job.msgId(), job);
		}
		world.changed();
		return job;
	}

	synchronized Optional<MassJob> find(long msgId) {
		return Optional.ofNullable(jobs.get(msgId));
	}

	/** All of an account, the oldest first. */
	synchronized List<MassJob> of(String appId) {
		return jobs.values().stream().filter((job) -> job.appId().equals(appId)).toList();
	}

	synchronized List<MassJob> open() {
		return jobs.values()
			.stream()
			.filter((job) -> job.state() == MassJob.State.SENDING || job.state() == MassJob.State.CONFIRMING)
			.toList();
	}

	/** The newest job under this key, whatever became of it. */
	synchronized Optional<MassJob> underKey(String appId, String key) {
		return of(appId).stream().filter((job) -> job.key().equals(key)).reduce((earlier, later) -> later);
	}

	/** How often the person was reached in the month of this moment. */
	synchronized int reachedInMonth(String openId, Instant at) {
		return reached.getOrDefault(month(openId, at), 0);
	}

	synchronized void reach(List<String> openIds, Instant at) {
		openIds.forEach((openId) -> reached.merge(month(openId, at), 1, Integer::sum));
	}

	private static String month(String openId, Instant at) {
		return openId + " " + YearMonth.from(LocalDate.ofInstant(at, SimClock.BEIJING));
	}

	synchronized MassSettings settings(String appId) {
		return settings.getOrDefault(appId, MassSettings.NONE);
	}

	synchronized void settings(String appId, MassSettings value) {
		settings.put(appId, value);
	}

	@Override
	public String name() {
		return "mass";
	}

	@Override
	public synchronized Object saved() {
		List<MassJob> all = jobs.values()
			.stream()
			.map((job) -> (job.receivers().size() <= SAVED_RECEIVERS) ? job
					: job.state() == MassJob.State.SENT
							? job.reached(job.counts(), job.receivers().subList(0, SAVED_RECEIVERS)) : job)
			.toList();
		return new Saved(last.get(), all, new LinkedHashMap<>(reached), new LinkedHashMap<>(settings));
	}

	@Override
	public synchronized void forgetPeople() {
		jobs.clear();
		reached.clear();
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		jobs.clear();
		reached.clear();
		settings.clear();
		if (saved.isMissingNode()) {
			return;
		}
		Saved read = Json.MAPPER.treeToValue(saved, Saved.class);
		last.updateAndGet((before) -> Math.max(before, read.last()));
		new ArrayList<>(read.jobs()).forEach((job) -> jobs.put(job.msgId(), job));
		reached.putAll(read.reached());
		settings.putAll(read.settings());
	}

	/** All sends as a snapshot keeps them. */
	record Saved(long last, List<MassJob> jobs, Map<String, Integer> reached, Map<String, MassSettings> settings) {
	}

}
