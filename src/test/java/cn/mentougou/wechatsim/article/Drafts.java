package cn.mentougou.wechatsim.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * The draft boxes of all accounts. A draft that is published or sent leaves its box, and
 * its id is unknown from then on.
 */
public final class Drafts implements WorldPart {

	private final World world;

	private final Map<String, Draft> drafts = new LinkedHashMap<>();

	public Drafts(World world) {
		this.world = world;
	}

	/** A new draft in the box. */
	public Draft add(String appId, List<SimArticle> articles) {
		String id = world.random().text(64, "draft", appId, world.nextId("d"));
		return put(new Draft(id, appId, articles, world.clock().instant()));
	}

	/** Lays a draft into its box, also one that could not be published. */
	public Draft put(Draft draft) {
		synchronized (this) {
			drafts.put(draft.mediaId(), draft);
		}
		world.changed();
		return draft;
	}

	/** The draft, or the refusal of an id that is unknown or used up. */
	public Draft find(String appId, String mediaId) {
		return lookUp(appId, mediaId).orElseThrow(() -> new ApiError(ErrorCode.INVALID_MEDIA_ID));
	}

	/** Takes the draft out of its box; only one can. */
	public synchronized Draft take(String appId, String mediaId) {
		Draft draft = find(appId, mediaId);
		drafts.remove(mediaId);
		return draft;
	}

	/** The drafts of an account, the newest first. */
	public synchronized List<Draft> of(String appId) {
		List<Draft> own = new ArrayList<>(
				drafts.values().stream().filter((each) -> each.appId().equals(appId)).toList());
		java.util.Collections.reverse(own);
		return own;
	}

	private synchronized Optional<Draft> lookUp(String appId, String mediaId) {
		return Optional.ofNullable(drafts.get(mediaId)).filter((draft) -> draft.appId().equals(appId));
	}

	@Override
	public String name() {
		return "drafts";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("drafts", new ArrayList<>(drafts.values()));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		drafts.clear();
		for (JsonNode each : saved.path("drafts")) {
			Draft draft = Json.MAPPER.treeToValue(each, Draft.class);
			drafts.put(draft.mediaId(), draft);
		}
	}

}
