package cn.mentougou.wechatsim.user;

import java.util.List;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/** The blacklist: whoever is on it may write, but nothing of it is pushed. */
public final class BlacklistApi {

	private static final int BATCH = 20;

	private final World world;

	private final OpenIds openIds;

	public BlacklistApi(World world) {
		this.world = world;
		this.openIds = new OpenIds(world);
	}

	public List<Endpoint> endpoints() {
		return List.of(Endpoint.post("/cgi-bin/tags/members/getblacklist", Permission.VERIFIED, this::list),
				Endpoint.post("/cgi-bin/tags/members/batchblacklist", Permission.VERIFIED, (call) -> set(call, true)),
				Endpoint.post("/cgi-bin/tags/members/batchunblacklist", Permission.VERIFIED,
						(call) -> set(call, false)));
	}

	private Object list(ApiCall call) {
		return openIds.page(call, call.text("begin_openid"),
				(follower) -> follower.subscribed() && follower.blacklisted());
	}

	private Object set(ApiCall call, boolean value) {
		for (Follower each : openIds.followers(call, BATCH)) {
			world.followers().change(each.appId(), each.personId(), (follower) -> follower.withBlacklisted(value));
		}
		world.changed();
		return Ok.OK;
	}

}
