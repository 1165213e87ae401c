package cn.mentougou.wechatsim.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * The keys that accounts gave their template messages: within ten minutes the same key
 * for the same person is the same message.
 */
final class SentKeys implements WorldPart {

	private static final Duration KEPT = Duration.ofMinutes(10);

	private final World world;

	private final Map<String, Sent> sent = new LinkedHashMap<>();

	SentKeys(World world) {
		this.world = world;
	}

	/** The number of the message that had this key, if its ten minutes are not over. */
	synchronized Optional<Long> find(String openId, String key) {
		forgetOld();
		return Optional.ofNullable(sent.get(openId + " " + key)).map(Sent::messageId);
	}

	synchronized void remember(String openId, String key, long messageId) {
		sent.put(openId + " " + key, new Sent(openId + " " + key, messageId, world.clock().instant()));
	}

	@Override
	public String name() {
		return "sent-keys";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("sent", new ArrayList<>(sent.values()));
	}

	@Override
	public synchronized void forgetPeople() {
		sent.clear();
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		sent.clear();
		for (JsonNode each : saved.path("sent")) {
			Sent one = Json.MAPPER.treeToValue(each, Sent.class);
			sent.put(one.key(), one);
		}
	}

	/** The oldest come first, so that a few are looked at and not all. */
	private void forgetOld() {
		Instant end = world.clock().instant().minus(KEPT);
		sent.values()
			.stream()
			.takeWhile((one) -> !one.at().isAfter(end))
			.toList()
			.forEach((old) -> sent.remove(old.key()));
	}

	/** One message under its key. */
	record Sent(String key, long messageId, Instant at) {
	}

}
