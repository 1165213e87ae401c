package cn.mentougou.wechatsim.menu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * The replies that someone set up in the console before the account had a server of its
 * own; an interface shows them, none changes them.
 */
public final class AutomaticReplies implements WorldPart {

	private static final Map<String, Integer> NONE = Map.of("is_add_friend_reply_open", 0, "is_autoreply_open", 0);

	private final Map<String, JsonNode> byAccount = new LinkedHashMap<>();

	public List<Endpoint> endpoints() {
		return List.of(Endpoint.get("/cgi-bin/get_current_autoreply_info", Permission.EVERYBODY, this::current));
	}

	/** What the console has, in the words of the interface. */
	public synchronized void put(String appId, JsonNode info) {
		byAccount.put(appId, info);
	}

	private synchronized Object current(ApiCall call) {
		JsonNode info = byAccount.get(call.account().appId());
		return (info != null) ? info : NONE;
	}

	@Override
	public String name() {
		return "replies";
	}

	@Override
	public synchronized Object saved() {
		return new LinkedHashMap<>(byAccount);
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		byAccount.clear();
		saved.properties().forEach((each) -> byAccount.put(each.getKey(), each.getValue()));
	}

}
