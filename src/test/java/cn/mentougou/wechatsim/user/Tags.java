package cn.mentougou.wechatsim.user;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * The tags of every account. Ids below three are the platform's own, of which an account
 * sees the group of starred people; an account's own tags begin at one hundred.
 */
public final class Tags implements WorldPart {

	private static final int FIRST_OWN = 100;

	private static final int STARRED = 2;

	private static final int TAGS_PER_ACCOUNT = 100;

	private static final int NAME_BYTES = 30;

	private final Map<String, Map<Integer, String>> byAccount = new LinkedHashMap<>();

	private int last = FIRST_OWN - 1;

	/** Whether somebody can be given the tag. */
	public synchronized boolean exists(String appId, int id) {
		return id == STARRED || of(appId).containsKey(id);
	}

	/** All tags with their names, the platform's own first. */
	synchronized Map<Integer, String> named(String appId) {
		Map<Integer, String> all = new LinkedHashMap<>();
		all.put(STARRED, "星标组");
		all.putAll(of(appId));
		return all;
	}

	synchronized int create(String appId, String name) {
		check(appId, name);
		if (of(appId).size() >= TAGS_PER_ACCOUNT) {
			throw UserCode.TOO_MANY_TAGS.error();
		}
		last++;
		of(appId).put(last, name);
		return last;
	}

	synchronized void rename(String appId, int id, String name) {
		own(appId, id);
		if (!name.equals(of(appId).get(id))) {
			check(appId, name);
		}
		of(appId).put(id, name);
	}

	synchronized void delete(String appId, int id) {
		own(appId, id);
		of(appId).remove(id);
	}

	/** Refuses an id that is not one of the account's own tags. */
	synchronized void own(String appId, int id) {
		if (id >= 0 && id <= STARRED) {
			throw UserCode.SYSTEM_TAG.error();
		}
		if (!of(appId).containsKey(id)) {
			throw UserCode.TAG_ID.error();
		}
	}

	private void check(String appId, String name) {
		if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
			throw UserCode.TAG_NAME_LENGTH.error();
		}
		if (name.isBlank() || named(appId).containsValue(name)) {
			throw UserCode.TAG_NAME.error();
		}
	}

	private Map<Integer, String> of(String appId) {
		return byAccount.computeIfAbsent(appId, (id) -> new LinkedHashMap<>());
	}

	@Override
	public String name() {
		return "tags";
	}

	@Override
	public synchronized Object saved() {
		return new Saved(last,
				byAccount.entrySet()
					.stream()
					.flatMap((account) -> account.getValue()
						.entrySet()
						.stream()
						.map((tag) -> new Tag(account.getKey(), tag.getKey(), tag.getValue())))
					.toList());
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		byAccount.clear();
		if (saved.isMissingNode()) {
			return;
		}
		Saved read = Json.MAPPER.treeToValue(saved, Saved.class);
		last = Math.max(last, read.last());
		read.tags().forEach((tag) -> of(tag.appId()).put(tag.id(), tag.name()));
	}

	/** One tag as a snapshot keeps it. */
	record Tag(String appId, int id, String name) {
	}

	/** All tags as a snapshot keeps them. */
	record Saved(int last, List<Tag> tags) {
	}

}
