package cn.mentougou.education.office.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.shared.Acted;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The desk of the jobs: how they stand, what became of them, and an extra run. */
class Jobs {

	private static final int PAGE = 50;

	private final Supplier<Stream<Job>> jobs;

	private final JobMapper mapper;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Duration lease;

	private final Instant startedAt;

	/** Takes the jobs only when it is asked: they need this module to be there. */
	Jobs(Supplier<Stream<Job>> jobs, JobMapper mapper, ApplicationEventPublisher events, Clock clock, Duration lease) {
		this.jobs = jobs;
		this.mapper = mapper;
		this.events = events;
		this.clock = clock;
		this.lease = lease;
		this.startedAt = clock.instant();
	}

	/** Every job, those in trouble first. */
	List<JobState> all() {
		Map<String, JobMapper.Plan> plans = plans();
		return this.jobs.get()
			.map((job) -> state(job, plans.get(job.name())))
			.sorted(Comparator.comparing((JobState state) -> state.trouble() == null)
				.thenComparing((state) -> state.job().name()))
			.toList();
	}

	/**
	 * The jobs in trouble, without their last runs; none in the first minutes, when what
	 * is overdue is done. It is asked at every visit of 今日.
	 */
	List<JobState> inTrouble() {
		if (this.clock.instant().isBefore(this.startedAt.plus(JobState.SHORTEST_SILENCE))) {
			return List.of();
		}
		Map<String, JobMapper.Plan> plans = plans();
		Map<String, Instant> done = this.mapper.lastDone()
			.stream()
			.collect(Collectors.toMap(JobMapper.Done::job, JobMapper.Done::doneAt));
		return this.jobs.get()
			.map((job) -> judged(job, plans.get(job.name()), null, done.get(job.name())))
			.filter((state) -> state.trouble() != null)
			.toList();
	}

	private Map<String, JobMapper.Plan> plans() {
		return this.mapper.plans().stream().collect(Collectors.toMap(JobMapper.Plan::taskName, Function.identity()));
	}

	/**
	 * How this job stands.
	 * @throws Refusal.NotFound if there is no such job
	 */
	JobState find(String name) {
		Job job = this.jobs.get()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("job.unknown"));
		return state(job, this.mapper.findPlan(name).orElse(null));
	}

	/** Its runs before that number, newest first. */
	List<JobMapper.Run> history(String name, long before) {
		return this.mapper.history(find(name).job().name(), before, PAGE);
	}

	/**
	 * Has it run within a second or two, once more than planned.
	 * @throws Refusal.Conflict if it runs already, or no instance runs jobs
	 */
	@Transactional
	void runNow(Actor actor, String name) {
		JobMapper.Plan plan = find(name).plan();
		if (plan == null) {
			throw new Refusal.Conflict("job.not-planned");
		}
		if (plan.picked() || !this.mapper.replan(plan, this.clock.instant())) {
			throw new Refusal.Conflict("job.running");
		}
		this.events.publishEvent(Acted.of(actor, "job.run-asked", "job", name));
	}

	private JobState state(Job job, JobMapper.@Nullable Plan plan) {
		JobMapper.Run done = this.mapper.findLast(job.name(), JobMapper.Outcome.DONE).orElse(null);
		JobMapper.Run last = Stream.of(JobMapper.Outcome.FAILED, JobMapper.Outcome.LOST)
			.flatMap((outcome) -> this.mapper.findLast(job.name(), outcome).stream())
			.reduce(done, Jobs::later);
		return judged(job, plan, last, (done != null) ? done.endedAt() : null);
	}

	private JobState judged(Job job, JobMapper.@Nullable Plan plan, JobMapper.@Nullable Run last,
			@Nullable Instant lastDone) {
		return new JobState(job, plan, last, lastDone,
				JobState.trouble(job, plan, since(job, lastDone), this.clock.instant(), this.lease).orElse(null));
	}

	private Instant since(Job job, @Nullable Instant lastDone) {
		return (lastDone != null) ? lastDone : this.mapper.findFirstStart(job.name()).orElse(this.startedAt);
	}

	private static JobMapper.@Nullable Run later(JobMapper.@Nullable Run one, JobMapper.Run other) {
		return (one == null || other.endedAt().isAfter(one.endedAt())) ? other : one;
	}

}
