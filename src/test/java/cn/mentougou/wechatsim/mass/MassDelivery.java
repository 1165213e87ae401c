package cn.mentougou.wechatsim.mass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Brings a mass send to the phones and counts whom it reached. */
final class MassDelivery {

	private final World world;

	private final MassJobs jobs;

	MassDelivery(World world, MassJobs jobs) {
		this.world = world;
		this.jobs = jobs;
	}

	/**
	 * Who refuses messages, is blacklisted, or had four sends of a service account this
	 * month is filtered out.
	 */
	MassJob deliver(MassJob job, List<String> addressed, List<Bubble.Article> cards) {
		SimAccount account = world.account(job.appId()).orElseThrow();
		Instant now = world.clock().instant();
		List<Follower> filtered = addressed.stream()
			.flatMap((openId) -> world.followers().find(job.appId(), openId).stream())
			.filter((follower) -> follower.subscribed() && !follower.blacklisted() && !follower.refusesMessages())
			.filter((follower) -> !account.isService()
					|| jobs.reachedInMonth(follower.openId(), now) < MassRules.A_MONTH)
			.toList();
		int errors = Math.min(jobs.settings(job.appId()).errors(), filtered.size());
		List<Follower> reached = filtered.subList(0, filtered.size() - errors);
		List<String> openIds = reached.stream().map(Follower::openId).toList();
		if (account.isService()) {
			jobs.reach(openIds, now);
		}
		Bubble.Content content = content(job.body(), cards);
		reached.forEach((follower) -> show(follower, content, Bubble.Origin.mass()));
		return job.reached(new MassJob.Counts(addressed.size(), filtered.size(), reached.size(), errors), openIds);
	}

	/** One of a crowd has no phone to look at. */
	void show(Follower follower, Bubble.Content content, Bubble.Origin origin) {
		if (world.person(follower.personId()).filter((person) -> !isCrowd(person)).isPresent()) {
			world.phone().show(new Bubble.Chat(follower.personId(), follower.appId()), content, origin);
		}
	}

	private static boolean isCrowd(Person person) {
		return person.crowd();
	}

	/** What the phone shows of it. */
	static Bubble.Content content(MassJob.Body body, List<Bubble.Article> cards) {
		return switch (body.type()) {
			case "mpnews" -> Bubble.Content.news(new ArrayList<>(cards));
			case "image" -> Bubble.Content.picture(Bubble.Kind.IMAGE, body.text(), "/sim/media/" + body.text());
			case "voice" -> Bubble.Content.of(Bubble.Kind.VOICE, "");
			case "mpvideo" -> Bubble.Content.of(Bubble.Kind.VIDEO, "");
			default -> Bubble.Content.text(body.text());
		};
	}

}
