package cn.mentougou.wechatsim.mass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/** The calls around a mass send: preview, state, deletion and speed. */
final class MassQueryApi {

	private static final int CALLS = 100;

	private static final int[] SPEEDS = { 80, 60, 45, 30, 10 };

	private final World world;

	private final MassDesk.Shelf shelf;

	private final MassJobs jobs;

	private final MassBodies bodies;

	private final MassDelivery delivery;

	MassQueryApi(World world, MassDesk.Shelf shelf) {
		this.world = world;
		this.shelf = shelf;
		this.jobs = shelf.jobs();
		this.bodies = new MassBodies(shelf);
		this.delivery = new MassDelivery(world, jobs);
	}

	List<Endpoint> endpoints() {
		Permission who = Permission.VERIFIED;
		return List.of(Endpoint.post("/cgi-bin/message/mass/preview", who, this::preview).daily(CALLS),
				Endpoint.post("/cgi-bin/message/mass/get", who, this::get),
				Endpoint.post("/cgi-bin/message/mass/delete", who, this::delete),
				Endpoint.post("/cgi-bin/message/mass/speed/get", who, this::speed),
				Endpoint.post("/cgi-bin/message/mass/speed/set", who, this::setSpeed));
	}

	/** One person sees what many will; the draft stays where it is. */
	private Object preview(ApiCall call) {
		Follower person = person(call);
		MassJob.Body body = bodies.read(call);
		List<Bubble.Article> cards = new ArrayList<>();
		for (int i = 1; i <= body.articles().size(); i++) {
			cards.add(body.articles().get(i - 1).card(shelf.posts().preview(body.text(), i)));
		}
		delivery.show(person, MassDelivery.content(body, cards), Bubble.Origin.preview());
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", 0);
		answer.put("errmsg", "preview success");
		answer.put("msg_id", jobs.newId());
		return answer;
	}

	private Follower person(ApiCall call) {
		String appId = call.account().appId();
		String name = call.text("towxname");
		if (name.isEmpty()) {
			return world.followers()
				.find(appId, call.text("touser"))
				.filter(Follower::subscribed)
				.orElseThrow(() -> new ApiError(ErrorCode.INVALID_OPENID));
		}
		return world.persons()
			.stream()
			.filter((person) -> person.nickname().equals(name) || person.id().equals(name))
			.map((person) -> world.followers().of(appId, person.id()))
			.filter(Follower::subscribed)
			.findFirst()
			.orElseThrow(() -> new ApiError(ErrorCode.WECHAT_NAME));
	}

	private Object get(ApiCall call) {
		MassJob job = job(call);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("msg_id", job.msgId());
		answer.put("msg_status", switch (job.state()) {
			case CONFIRMING, SENDING -> "SENDING";
			case SENT -> "SEND_SUCCESS";
			case FAILED -> "SEND_FAIL";
			case DELETED -> "DELETE";
		});
		return answer;
	}

	/** Takes the articles away; the card stays in the chats. */
	private Object delete(ApiCall call) {
		MassJob job = job(call);
		if (job.state() != MassJob.State.SENT && job.state() != MassJob.State.DELETED) {
			throw new ApiError(ErrorCode.MESSAGE_ID);
		}
		int index = call.json().path("article_idx").asInt(0);
		shelf.posts()
			.find(job.body().articleId())
			.ifPresentOrElse((post) -> shelf.posts().delete(post, index), () -> refuseKind(job));
		boolean gone = shelf.posts().find(job.body().articleId()).filter((post) -> !post.isGone()).isEmpty();
		if (gone) {
			jobs.put(job.become(MassJob.State.DELETED, job.status()));
		}
		return Ok.OK;
	}

	private static void refuseKind(MassJob job) {
		if (!job.body().type().equals("mpvideo")) {
			throw new ApiError(ErrorCode.INVALID_MESSAGE_TYPE);
		}
	}

	private Object speed(ApiCall call) {
		int speed = jobs.settings(call.account().appId()).speed();
		return Map.of("speed", speed, "realspeed", SPEEDS[speed]);
	}

	private Object setSpeed(ApiCall call) {
		JsonNode speed = call.json().path("speed");
		if (!speed.isInt() || speed.asInt() < 0 || speed.asInt() >= SPEEDS.length) {
			throw new ApiError(ErrorCode.MASS_SPEED);
		}
		String appId = call.account().appId();
		jobs.settings(appId, jobs.settings(appId).withSpeed(speed.asInt()));
		return Ok.OK;
	}

	private MassJob job(ApiCall call) {
		return jobs.find(call.json().path("msg_id").asLong(0))
			.filter((job) -> job.appId().equals(call.account().appId()))
			.orElseThrow(() -> new ApiError(ErrorCode.MESSAGE_ID));
	}

}
