package cn.mentougou.wechatsim.user;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/** Tags: at most a hundred for an account and twenty for a person. */
public final class TagApi {

	private static final int BATCH = 50;

	private static final int TAGS_PER_PERSON = 20;

	private static final int DELETABLE_WITH = 100_000;

	private final World world;

	private final Tags tags;

	private final OpenIds openIds;

	public TagApi(World world, Tags tags) {
		this.world = world;
		this.tags = tags;
		this.openIds = new OpenIds(world);
	}

	public List<Endpoint> endpoints() {
		return List.of(post("create", this::create).daily(1_000),
				Endpoint.get("/cgi-bin/tags/get", Permission.VERIFIED, this::list).daily(1_000),
				post("update", this::rename).daily(1_000), post("delete", this::delete).daily(1_000),
				post("members/batchtagging", this::tag).daily(100_000),
				post("members/batchuntagging", this::untag).daily(100_000), post("getidlist", this::of),
				Endpoint.post("/cgi-bin/user/tag/get", Permission.VERIFIED, this::members));
	}

	private static Endpoint post(String command, Endpoint.Handler handler) {
		return Endpoint.post("/cgi-bin/tags/" + command, Permission.VERIFIED, handler);
	}

	private Object create(ApiCall call) {
		String name = ApiCall.text(call.json().path("tag"), "name");
		int id = tags.create(call.account().appId(), name);
		world.changed();
		return Map.of("tag", tag(id, name));
	}

	private Object list(ApiCall call) {
		String appId = call.account().appId();
		Map<Integer, Integer> counts = world.followers().tagCounts(appId);
		return Map.of("tags", tags.named(appId).entrySet().stream().map((each) -> {
			Map<String, Object> tag = tag(each.getKey(), each.getValue());
			tag.put("count", counts.getOrDefault(each.getKey(), 0));
			return tag;
		}).toList());
	}

	private Object rename(ApiCall call) {
		JsonNode tag = call.json().path("tag");
		tags.rename(call.account().appId(), id(tag, "id"), ApiCall.text(tag, "name"));
		world.changed();
		return Ok.OK;
	}

	private Object delete(ApiCall call) {
		String appId = call.account().appId();
		int id = id(call.json().path("tag"), "id");
		tags.own(appId, id);
		if (world.followers().tagCounts(appId).getOrDefault(id, 0) > DELETABLE_WITH) {
			throw UserCode.TAG_IN_USE.error();
		}
		tags.delete(appId, id);
		world.followers().changeAll(appId, (follower) -> without(follower, id));
		world.changed();
		return Ok.OK;
	}

	private Object tag(ApiCall call) {
		int id = existing(call);
		List<Follower> followers = openIds.followers(call, BATCH);
		if (followers.stream()
			.anyMatch((each) -> !each.tagIds().contains(id) && each.tagIds().size() >= TAGS_PER_PERSON)) {
			throw UserCode.TAGGED_TOO_OFTEN.error();
		}
		return change(followers, (follower) -> with(follower, id));
	}

	private Object untag(ApiCall call) {
		int id = existing(call);
		return change(openIds.followers(call, BATCH), (follower) -> without(follower, id));
	}

	private Object of(ApiCall call) {
		return Map.of("tagid_list", openIds.follower(call, call.text("openid")).tagIds());
	}

	/** Without a total, unlike the list of all followers. */
	private Object members(ApiCall call) {
		int id = existing(call);
		Map<String, Object> page = openIds.page(call, call.text("next_openid"),
				(follower) -> follower.subscribed() && follower.tagIds().contains(id));
		page.remove("total");
		return page;
	}

	private Ok change(List<Follower> followers, UnaryOperator<Follower> change) {
		followers.forEach((each) -> world.followers().change(each.appId(), each.personId(), change));
		world.changed();
		return Ok.OK;
	}

	private int existing(ApiCall call) {
		int id = id(call.json(), "tagid");
		if (!tags.exists(call.account().appId(), id)) {
			throw UserCode.TAG_ID.error();
		}
		return id;
	}

	private static int id(JsonNode parent, String name) {
		JsonNode id = parent.path(name);
		if (!id.isMissingNode() && !id.isInt()) {
			throw new ApiError(ErrorCode.UNREADABLE, "data format error: " + name + " must be a number");
		}
		return id.asInt(-1);
	}

	private static Map<String, Object> tag(int id, String name) {
		Map<String, Object> tag = new LinkedHashMap<>();
		tag.put("id", id);
		tag.put("name", name);
		return tag;
	}

	private static Follower with(Follower follower, int id) {
		if (follower.tagIds().contains(id)) {
			return follower;
		}
		List<Integer> ids = new ArrayList<>(follower.tagIds());
		ids.add(id);
		return follower.withTagIds(ids);
	}

	private static Follower without(Follower follower, int id) {
		return follower.withTagIds(follower.tagIds().stream().filter((each) -> each != id).toList());
	}

}
