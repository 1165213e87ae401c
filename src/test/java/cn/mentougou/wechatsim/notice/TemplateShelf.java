package cn.mentougou.wechatsim.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * The templates that the accounts have in use; like the accounts themselves they stay
 * when people and chats are forgotten.
 */
public final class TemplateShelf implements WorldPart {

	private static final int IN_USE = 25;

	private final World world;

	private final Map<String, SimTemplate> templates = new LinkedHashMap<>();

	public TemplateShelf(World world) {
		this.world = world;
	}

	/** Takes a template into use and gives it its id. */
	public SimTemplate add(String appId, SimTemplate.Kind kind, TemplateLibrary.Entry entry,
			List<SimTemplate.Field> fields) {
		boolean subscribed = kind.isSubscribed();
		String id = world.random().text(43, "template", appId, entry.tid(), world.nextId("t"));
		SimTemplate template = new SimTemplate(appId, id, kind, entry.title(), fields);
		synchronized (this) {
			if (of(appId, (other) -> other.isSubscribed() == subscribed).size() >= IN_USE) {
				throw new ApiError(ErrorCode.TEMPLATE_COUNT);
			}
			templates.put(id, template);
		}
		world.changed();
		return template;
	}

	/** The account's template for this channel, or the platform's refusal. */
	synchronized SimTemplate find(String appId, String id, Predicate<SimTemplate.Kind> kind) {
		return Optional.ofNullable(templates.get(id))
			.filter((template) -> template.appId().equals(appId) && kind.test(template.kind()))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_TEMPLATE_ID));
	}

	/** The account's templates of some kinds, the oldest first. */
	public synchronized List<SimTemplate> of(String appId, Predicate<SimTemplate.Kind> kind) {
		return templates.values()
			.stream()
			.filter((template) -> template.appId().equals(appId) && kind.test(template.kind()))
			.toList();
	}

	synchronized void remove(SimTemplate template) {
		templates.remove(template.id());
	}

	@Override
	public String name() {
		return "templates";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("templates", new ArrayList<>(templates.values()));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		templates.clear();
		for (JsonNode each : saved.path("templates")) {
			SimTemplate template = Json.MAPPER.treeToValue(each, SimTemplate.class);
			templates.put(template.id(), template);
		}
	}

}
