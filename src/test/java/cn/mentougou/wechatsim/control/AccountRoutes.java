package cn.mentougou.wechatsim.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import tools.jackson.databind.node.ObjectNode;

import cn.mentougou.wechatsim.menu.ShownMenu;
import cn.mentougou.wechatsim.push.UrlVerification;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** The control interface's part about accounts and how people stand to them. */
final class AccountRoutes {

	private static final int CROWD = 200_000;

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
		return StateView.AccountView.of(parts, world.account(appId).orElseThrow());
	}

	Object verify(ControlRequest request) {
		SimAccount account = account(request.variable());
		return new UrlVerification(world).verify(account, parts.desk().settings().timeout());
	}

	/** Puts a person on the account's blacklist, or lets the person refuse messages. */
	Object relation(ControlRequest request) {
		ObjectNode body = request.json();
		SimAccount account = account(request.text("appId"));
		String personId = person(request);
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

	/**
	 * The person enters the chat; {@code fresh} lets the phone forget its menu before.
	 */
	Object enter(ControlRequest request) {
		SimAccount account = account(request.text("appId"));
		Follower follower = world.followers().of(account.appId(), person(request));
		if (request.json().path("fresh").asBoolean(false)) {
			parts.menus().forget(follower);
		}
		ShownMenu shown = parts.menus().enter(account, follower);
		return new PhoneMenu(shown.buttons(), !shown.equals(parts.menus().matching(account, follower)));
	}

	/** Many followers at once, of whom nothing is pushed. */
	Object crowd(ControlRequest request) {
		ObjectNode body = request.json();
		SimAccount account = account(request.text("appId"));
		int count = body.path("count").asInt(0);
		if (count < 1 || count > CROWD) {
			throw new IllegalArgumentException("count 应是 1 到 " + CROWD + " 的整数");
		}
		world.addCrowd(account.appId(), body.path("nickname").asString("家长"), count,
				Duration.ofDays(body.path("days").asInt(0)));
		return Map.of("followers", world.followers().subscribedTo(account.appId()).size());
	}

	/** What the account's people once set up in the console as automatic replies. */
	Object replies(ControlRequest request) {
		parts.replies().put(account(request.variable()).appId(), request.json());
		return Map.of("ok", true);
	}

	/** Lets menus lead into a mini program. */
	Object miniProgram(ControlRequest request) {
		account(request.variable());
		parts.menus().link(request.text("appid"));
		return Map.of("ok", true);
	}

	private String person(ControlRequest request) {
		return world.person(request.variable())
			.orElseThrow(() -> new NoSuchElementException("没有编号为 " + request.variable() + " 的人"))
			.id();
	}

	private SimAccount account(String appId) {
		return world.account(appId).orElseThrow(() -> new NoSuchElementException("没有这个公众号：" + appId));
	}

	/** The menu on a phone, and whether the account has another one by now. */
	record PhoneMenu(List<MenuButton> buttons, boolean outdated) {
	}

}
