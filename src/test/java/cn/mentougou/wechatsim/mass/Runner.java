package cn.mentougou.wechatsim.mass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.World;

/** Takes accepted jobs and brings them to their end when their time has come. */
final class Runner {

	private final World world;

	private final MassDesk.Shelf shelf;

	private final MassJobs jobs;

	private final Herald herald;

	private final MassDelivery delivery;

	/** When a job was accepted by the machine's clock, so that its answer goes first. */
	private final Map<Long, Long> accepted = new ConcurrentHashMap<>();

	private final Map<Long, Herald.Timing> timings = new ConcurrentHashMap<>();

	private volatile Duration moment = Duration.ofMillis(100);

	Runner(World world, MassDesk.Shelf shelf, Herald herald) {
		this.world = world;
		this.shelf = shelf;
		this.jobs = shelf.jobs();
		this.herald = herald;
		this.delivery = new MassDelivery(world, jobs);
	}

	void moment(Duration value) {
		this.moment = value;
	}

	/** Takes a send; one that is protected waits for the administrator. */
	MassJob accept(Order order, boolean waits) {
		Instant now = world.clock().instant();
		accepted.put(order.id(), System.nanoTime());
		MassJob job = new MassJob(order.id(), order.id() + 1_247_490_098L, order.appId(), order.clientMsgId(),
				order.key(), order.target(), order.body(), now, now.plus(jobs.settings(order.appId()).duration()),
				waits ? MassJob.State.CONFIRMING : MassJob.State.SENDING, "", MassJob.Counts.NONE,
				order.target().openIds());
		return jobs.put(job);
	}

	/**
	 * Runs the job now and waits for its event, if the event is ordered to come before
	 * the answer of the call.
	 */
	void hurry(MassJob job) {
		Herald.Timing timing = herald.timing(job.appId(), Herald.MASS_DONE);
		timings.put(job.msgId(), timing);
		if (timing.early() && job.state() == MassJob.State.SENDING) {
			run(job.msgId()).ifPresent(Push::await);
		}
	}

	void hurry(PublishJob job) {
		Herald.Timing timing = herald.timing(job.appId(), Herald.PUBLISH_DONE);
		timings.put(job.publishId(), timing);
		accepted.put(job.publishId(), System.nanoTime());
		if (timing.early()) {
			runPublication(job.publishId()).ifPresent(Push::await);
		}
	}

	/** Runs what is due; unless at once, a moment of real time after its call. */
	List<Push> runDue(boolean atOnce) {
		List<Push> pushes = new ArrayList<>();
		Instant now = world.clock().instant();
		for (MassJob job : jobs.open()) {
			if (job.state() == MassJob.State.CONFIRMING) {
				if (!now.isBefore(job.at().plus(MassRules.CONFIRM))) {
					fail(job, "err(40002)").ifPresent(pushes::add);
				}
			}
			else if (!job.dueAt().isAfter(now) && (atOnce || isAnswered(job.msgId()))) {
				run(job.msgId()).ifPresent(pushes::add);
			}
		}
		for (PublishJob job : shelf.publications().open()) {
			if (!job.dueAt().isAfter(now) && (atOnce || isAnswered(job.publishId()))) {
				runPublication(job.publishId()).ifPresent(pushes::add);
			}
		}
		pushes.addAll(herald.due());
		return pushes;
	}

	private boolean isAnswered(long id) {
		Long at = accepted.get(id);
		return at == null || System.nanoTime() - at >= moment.toNanos();
	}

	private synchronized Optional<Push> run(long msgId) {
		MassJob job = jobs.find(msgId).orElseThrow();
		if (job.state() != MassJob.State.SENDING) {
			return Optional.empty();
		}
		Optional<Fault> failure = herald.failure(job.appId(), Herald.MASS_DONE);
		if (failure.isPresent()) {
			return fail(job, words(failure.get()));
		}
		Post post = null;
		if (!job.body().articles().isEmpty()) {
			post = shelf.posts()
				.add(new Post(job.body().articleId(), job.appId(), job.msgDataId(), job.body().articles(), Set.of(),
						world.clock().instant(), true, false));
		}
		MassJob done = jobs.put(delivery.deliver(job, addressed(job), (post != null) ? cards(post) : List.of()));
		return herald.massDone(done, late(msgId));
	}

	private List<Bubble.Article> cards(Post post) {
		List<Bubble.Article> cards = new ArrayList<>();
		for (int i = 1; i <= post.articles().size(); i++) {
			cards.add(post.articles().get(i - 1).card(shelf.posts().address(post, i)));
		}
		return cards;
	}

	/** The send comes to nothing, and the event says why. */
	synchronized Optional<Push> fail(MassJob job, String status) {
		return herald.massDone(jobs.put(job.failed(status, addressed(job).size())), late(job.msgId()));
	}

	private Duration late(long id) {
		Herald.Timing timing = timings.remove(id);
		return (timing != null) ? timing.late() : Duration.ZERO;
	}

	private static String words(Fault failure) {
		if (failure.errmsg() != null) {
			return failure.errmsg();
		}
		return (failure.errcode() != 0) ? "err(" + failure.errcode() + ")" : "send fail";
	}

	private List<String> addressed(MassJob job) {
		MassJob.Target target = job.target();
		if (target.all()) {
			return world.followers().subscribedTo(job.appId());
		}
		return target.openIds().isEmpty() ? world.followers()
			.page(job.appId(), "", Integer.MAX_VALUE,
					(follower) -> follower.subscribed() && follower.tagIds().contains(target.tagId()))
			.openIds() : new ArrayList<>(new LinkedHashSet<>(target.openIds()));
	}

	private synchronized Optional<Push> runPublication(long publishId) {
		PublishJob job = shelf.publications().find(publishId).orElseThrow();
		if (job.status() != PublishJob.UNDER_WAY) {
			return Optional.empty();
		}
		Optional<Fault> failure = herald.failure(job.appId(), Herald.PUBLISH_DONE);
		int status = failure.map((fault) -> (fault.errcode() > 0) ? fault.errcode() : PublishJob.FAILED)
			.orElse(jobs.settings(job.appId()).testAccount() ? PublishJob.FAILED : PublishJob.DONE);
		if (status != PublishJob.DONE) {
			shelf.drafts().put(job.draft());
			return herald.published(shelf.publications().put(job.become(status, List.of(1))), Optional.empty(),
					late(publishId));
		}
		Post post = shelf.posts()
			.add(new Post(job.articleId(), job.appId(), job.msgDataId(), job.draft().articles(), Set.of(),
					world.clock().instant(), false, false));
		return herald.published(shelf.publications().put(job.become(status, List.of())), Optional.of(post),
				late(publishId));
	}

	/** A send that passed all checks. */
	record Order(long id, String appId, @Nullable String clientMsgId, String key, MassJob.Target target,
			MassJob.Body body) {
	}

}
