package cn.mentougou.wechatsim.mass;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import cn.mentougou.wechatsim.article.Drafts;
import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.article.Posts;
import cn.mentougou.wechatsim.article.SimArticle;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.user.Tags;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/**
 * Everything that goes out to many, in one hand: the calls, the jobs behind them, and the
 * record of what was sent, which is the witness of tests.
 */
public final class MassDesk implements AutoCloseable {

	private static final long BEAT_MILLIS = 40;

	private static final ScheduledExecutorService EXECUTOR = Executors.newScheduledThreadPool(1, (task) -> {
		Thread thread = new Thread(task, "wechatsim-mass");
		thread.setDaemon(true);
		return thread;
	});

	private static final System.Logger LOG = System.getLogger(MassDesk.class.getName());

	private final World world;

	private final Shelf shelf;

	private final MassJobs jobs;

	private final PublishJobs publications;

	private final Herald herald;

	private final Runner runner;

	private final ScheduledFuture<?> beat;

	public MassDesk(World world, Shelf shelf, PushDesk desk, Faults faults) {
		this.world = world;
		this.shelf = shelf;
		this.jobs = shelf.jobs();
		this.publications = shelf.publications();
		this.herald = world.attach(new Herald(world, desk, faults, shelf.posts()));
		this.runner = new Runner(world, shelf, herald);
		world.clock().onAdvance(() -> runner.runDue(true));
		this.beat = EXECUTOR.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void beat() {
		try {
			runner.runDue(false);
		}
		catch (RuntimeException ex) {
			LOG.log(System.Logger.Level.ERROR, "the simulator failed to send what was due", ex);
		}
	}

	/** The calls of the accounts' servers; {@code strict} asks for quotas too. */
	public List<Endpoint> endpoints(BooleanSupplier strict) {
		List<Endpoint> endpoints = new ArrayList<>(new MassApi(world, shelf, runner, strict).endpoints());
		endpoints.addAll(new MassQueryApi(world, shelf).endpoints());
		endpoints.addAll(new PublishApi(world, shelf, runner).endpoints());
		return endpoints;
	}

	/** All mass sends that the platform accepted from an account, the oldest first. */
	public List<MassJob> masses(String appId) {
		return jobs.of(appId);
	}

	/** The mass sends that were accepted under a key. */
	public List<MassJob> massesUnder(String appId, String clientMsgId) {
		return masses(appId, (job) -> clientMsgId.equals(job.clientMsgId()));
	}

	/** The mass sends that reached a person. */
	public List<MassJob> massesTo(String appId, String openId) {
		return masses(appId, (job) -> job.state() != MassJob.State.FAILED && job.receivers().contains(openId));
	}

	private List<MassJob> masses(String appId, Predicate<MassJob> which) {
		return jobs.of(appId).stream().filter(which).toList();
	}

	public List<PublishJob> publications(String appId) {
		return publications.of(appId);
	}

	/** Everything of an account that can or could be read. */
	public Posts posts() {
		return shelf.posts();
	}

	public Drafts drafts() {
		return shelf.drafts();
	}

	public MassSettings settings(String appId) {
		return jobs.settings(appId);
	}

	public void settings(String appId, MassSettings value) {
		jobs.settings(appId, value);
		world.changed();
	}

	/** How long after a call its job runs, in real time; 100 ms unless changed. */
	public void moment(Duration value) {
		runner.moment(value);
	}

	/**
	 * Runs all that is due by the simulator's clock now, and gives the events it sent.
	 */
	public List<Push> settle() {
		return runner.runDue(true);
	}

	/** The administrator allows the send. */
	public void confirm(long msgId) {
		MassJob job = confirming(msgId);
		jobs.put(job.due(world.clock().instant().plus(jobs.settings(job.appId()).duration())));
	}

	/** The administrator refuses the send, which becomes {@code err(40001)}. */
	public void refuse(long msgId) {
		runner.fail(confirming(msgId), "err(40001)");
	}

	private MassJob confirming(long msgId) {
		return jobs.find(msgId)
			.filter((job) -> job.state() == MassJob.State.CONFIRMING)
			.orElseThrow(() -> new NoSuchElementException("没有等待管理员确认的群发：" + msgId));
	}

	/** Somebody sends from the platform's own console; no server was asked. */
	public MassJob sendByHand(String appId, MassJob.Target target, List<SimArticle> articles) {
		if (articles.isEmpty()) {
			throw new IllegalArgumentException("手工群发要有一到八篇文章");
		}
		SimAccount account = world.account(appId).orElseThrow(() -> new NoSuchElementException("没有这个公众号：" + appId));
		MassRules rules = new MassRules(jobs, world.clock());
		synchronized (jobs) {
			if (rules.left(account, target) <= 0) {
				throw new IllegalArgumentException("今天（或本月）的群发次数已经用完");
			}
			long id = jobs.newId();
			MassJob.Body body = new MassJob.Body("mpnews", shelf.posts().newId(appId), "", articles);
			return runner.accept(new Runner.Order(id, appId, null, "hand:" + id, target, body), false);
		}
	}

	/** The same with a draft of the box, which is used up. */
	public MassJob sendByHand(String appId, MassJob.Target target, String mediaId) {
		try {
			return sendByHand(appId, target, shelf.drafts().take(appId, mediaId).articles());
		}
		catch (ApiError ex) {
			throw new NoSuchElementException("草稿箱里没有 " + mediaId);
		}
	}

	/** How many people were told of a post. */
	public int told(Post post) {
		return jobs.of(post.appId())
			.stream()
			.filter((job) -> job.body().articleId().equals(post.articleId()))
			.mapToInt((job) -> job.counts().sent())
			.sum();
	}

	/** How many sends to all the account has left now. */
	public int left(String appId) {
		return new MassRules(jobs, world.clock()).left(world.account(appId).orElseThrow(), MassJob.Target.everybody());
	}

	@Override
	public void close() {
		beat.cancel(false);
	}

	/** What sending works with, saved and set back with the world. */
	public record Shelf(Drafts drafts, Posts posts, MediaStore media, Tags tags, MassJobs jobs,
			PublishJobs publications) {

		public static Shelf of(World world, MediaStore media, Tags tags) {
			return new Shelf(world.attach(new Drafts(world)), world.attach(new Posts(world)), media, tags,
					world.attach(new MassJobs(world)), world.attach(new PublishJobs(world)));
		}

	}

}
