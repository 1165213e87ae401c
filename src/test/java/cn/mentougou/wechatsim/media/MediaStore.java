package cn.mentougou.wechatsim.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.FileAnswer;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/** All files of all accounts. */
public final class MediaStore implements WorldPart {

	private static final Duration TEMPORARY = Duration.ofDays(3);

	/**
	 * What the platform names a file that a person sent; its bytes are never looked at.
	 */
	private static final String FROM_A_PERSON = "sim_media_\\d+(_thumb|_16k)?";

	private static final byte[] GREY_PIXEL = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

	private final World world;

	private final Map<String, SimMedia> media = new LinkedHashMap<>();

	public MediaStore(World world) {
		this.world = world;
	}

	SimMedia add(SimMedia file) {
		synchronized (this) {
			media.put(file.id(), file);
		}
		world.changed();
		return file;
	}

	String newId(String appId) {
		return world.random().text(64, "media", appId, world.nextId("m"));
	}

	/** The account's file, or the refusal of an id that is unknown or too old. */
	public SimMedia find(String appId, String id) {
		return lookUp(appId, id).orElseThrow(() -> new ApiError(ErrorCode.INVALID_MEDIA_ID));
	}

	/** The bytes whatever the account, for the phone that shows them. */
	public synchronized FileAnswer show(String id) {
		SimMedia file = media.get(id);
		return (file != null) ? file.answer() : FileAnswer.missing();
	}

	private synchronized Optional<SimMedia> lookUp(String appId, String id) {
		if (id.matches(FROM_A_PERSON)) {
			SimMedia.Kind kind = id.endsWith("_thumb") ? SimMedia.Kind.THUMB : SimMedia.Kind.IMAGE;
			return Optional
				.of(new SimMedia(id, appId, kind, false, id + ".png", GREY_PIXEL, world.clock().instant(), "", ""));
		}
		return Optional.ofNullable(media.get(id)).filter((file) -> file.appId().equals(appId) && isAlive(file));
	}

	private boolean isAlive(SimMedia file) {
		return file.permanent() || world.clock().instant().isBefore(file.createdAt().plus(TEMPORARY));
	}

	synchronized List<SimMedia> permanent(String appId, SimMedia.Kind kind) {
		return media.values()
			.stream()
			.filter((file) -> file.permanent() && file.appId().equals(appId) && file.kind() == kind)
			.toList();
	}

	synchronized void remove(SimMedia file) {
		media.remove(file.id());
	}

	@Override
	public String name() {
		return "media";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("media", new ArrayList<>(media.values()));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		media.clear();
		for (JsonNode each : saved.path("media")) {
			SimMedia file = Json.MAPPER.treeToValue(each, SimMedia.class);
			media.put(file.id(), file);
		}
	}

}
