package cn.mentougou.wechatsim.control;

import java.util.Map;
import java.util.NoSuchElementException;

import tools.jackson.databind.node.ObjectNode;

import cn.mentougou.wechatsim.push.UrlVerification;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** The control interface's part about accounts and how people stand to them. */
final class AccountRoutes {

	private final Parts parts;

	private final World world;

	AccountRoutes(Parts parts) {
		this.parts = parts;
		this.world = parts.world();
	}

	/** Changes an account, or opens one; what the body does not say stays. */
	Object put(ControlRequest request) {
		String appId = request.text("appId");
		boolean service = !request.json().path("kind").asString("service").equals("subscription");
		SimAccount current = world.account(appId)
			.orElseGet(() -> service ? SimAccount.service(appId) : SimAccount.subscription(appId));
		world.put(request.over(current, SimAccount.class));
		return StateView.AccountView.of(world.account(appId).orElseThrow());
	}

	Object verify(ControlRequest request) {
		SimAccount account = account(request.variable());
		return new UrlVerification(world).verify(account, parts.desk().settings().timeout());
	}

	/** Puts a person on the account's blacklist, or lets the person refuse messages. */
	Object relation(ControlRequest request) {
		ObjectNode body = request.json();
		SimAccount account = account(request.text("appId"));
		String personId = world.person(request.variable())
			.orElseThrow(() -> new NoSuchElementException("没有编号为 " + request.variable() + " 的人"))
			.id();
		return world.followers()
			.change(account.appId(), personId,
					(follower) -> follower.withBlacklisted(body.path("blacklisted").asBoolean(follower.blacklisted()))
						.withRefusesMessages(body.path("refusesMessages").asBoolean(follower.refusesMessages())));
	}

	Object quota(ControlRequest request) {
		return Map.of("counters", parts.platform().counters().today());
	}

	Object limit(ControlRequest request) {
		SimAccount account = account(request.text("appid"));
		String api = request.text("api");
		if (!request.json().path("limit").isInt() || request.json().path("limit").asInt() < 0) {
			throw new IllegalArgumentException("limit 应是不小于零的整数");
		}
		parts.platform().counters().limit(account.appId(), api, request.json().path("limit").asInt());
		return parts.platform().counters().usage(account.appId(), api);
	}

	private SimAccount account(String appId) {
		return world.account(appId).orElseThrow(() -> new NoSuchElementException("没有这个公众号：" + appId));
	}

}
