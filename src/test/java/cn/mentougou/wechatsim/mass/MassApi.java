package cn.mentougou.wechatsim.mass;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/**
 * The calls that send to many: {@code sendall} to everybody or a tag, {@code send} to
 * named people, which only a verified service account may.
 */
final class MassApi {

	private static final Set<String> FIELDS = Set.of("filter", "touser", "msgtype", "mpnews", "text", "voice", "images",
			"image", "mpvideo", "wxcard", "send_ignore_reprint", "clientmsgid");

	private static final int PEOPLE = 10_000;

	private static final int CALLS = 100;

	private final World world;

	private final MassDesk.Shelf shelf;

	private final MassRules rules;

	private final MassBodies bodies;

	private final Runner runner;

	private final BooleanSupplier strict;

	MassApi(World world, MassDesk.Shelf shelf, Runner runner, BooleanSupplier strict) {
		this.world = world;
		this.shelf = shelf;
		this.rules = new MassRules(shelf.jobs(), world.clock());
		this.bodies = new MassBodies(shelf);
		this.runner = runner;
		this.strict = strict;
	}

	List<Endpoint> endpoints() {
		return List.of(
				Endpoint.post("/cgi-bin/message/mass/sendall", Permission.VERIFIED, (call) -> send(call, filter(call)))
					.daily(CALLS),
				Endpoint
					.post("/cgi-bin/message/mass/send", Permission.VERIFIED_SERVICE, (call) -> send(call, people(call)))
					.daily(CALLS));
	}

	private Object send(ApiCall call, MassJob.Target target) {
		call.expect(call.json(), FIELDS);
		SimAccount account = call.account();
		String clientMsgId = call.text("clientmsgid");
		String key = clientMsgId.isEmpty() ? "auto:" + digest(call) : clientMsgId;
		MassJob job;
		synchronized (shelf.jobs()) {
			rules.checkKey(account, key);
			MassJob.Body body = bodies.read(call);
			if (strict.getAsBoolean()) {
				rules.checkQuota(account, target);
			}
			bodies.use(call, body);
			boolean waits = target.all() && shelf.jobs().settings(account.appId()).protect();
			job = runner.accept(new Runner.Order(shelf.jobs().newId(), account.appId(),
					clientMsgId.isEmpty() ? null : clientMsgId, key, target, body), waits);
		}
		runner.hurry(job);
		return answer(job);
	}

	private static Object answer(MassJob job) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", 0);
		answer.put("errmsg", "send job submission success");
		answer.put("msg_id", job.msgId());
		if (job.body().type().equals("mpnews")) {
			answer.put("msg_data_id", job.msgDataId());
		}
		return answer;
	}

	private MassJob.Target filter(ApiCall call) {
		JsonNode filter = call.json().path("filter");
		call.expect(filter, Set.of("is_to_all", "tag_id"));
		if (filter.path("is_to_all").asBoolean(false)) {
			return MassJob.Target.everybody();
		}
		int tag = filter.path("tag_id").asInt(-1);
		if (!shelf.tags().exists(call.account().appId(), tag)) {
			throw new ApiError(ErrorCode.INVALID_TAG);
		}
		return MassJob.Target.tag(tag);
	}

	private MassJob.Target people(ApiCall call) {
		Set<String> openIds = new LinkedHashSet<>();
		for (JsonNode each : call.json().path("touser")) {
			String openId = each.asString("");
			if (world.followers().find(call.account().appId(), openId).isEmpty()) {
				throw new ApiError(ErrorCode.INVALID_OPENID);
			}
			openIds.add(openId);
		}
		if (openIds.size() < 2 || openIds.size() > PEOPLE) {
			throw new ApiError(ErrorCode.OPENID_LIST);
		}
		return new MassJob.Target(false, -1, new ArrayList<>(openIds));
	}

	/** Without a key the same content for the same receivers is taken for a repeat. */
	private static String digest(ApiCall call) {
		try {
			byte[] bytes = call.json().toString().getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, 32);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
