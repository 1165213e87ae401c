package cn.mentougou.wechatsim.menu;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Follower;

/**
 * For whom a conditional menu is. Sex, place and language were withdrawn in 2021 and are
 * read without effect.
 */
record MenuRule(@Nullable Integer tagId, @Nullable Integer platform) {

	/** All simulated phones are of this kind: Android. */
	private static final int ANDROID = 2;

	static MenuRule read(JsonNode rule) {
		MenuRule read = new MenuRule(number(rule.path("tag_id")), number(rule.path("client_platform_type")));
		if (read.tagId() == null && read.platform() == null) {
			throw MenuCode.EMPTY_RULE.error();
		}
		return read;
	}

	boolean matches(Follower follower) {
		return (tagId == null || follower.tagIds().contains(tagId)) && (platform == null || platform == ANDROID);
	}

	/** As the platform writes it, which is not how it reads it. */
	Map<String, Object> written() {
		Map<String, Object> written = new LinkedHashMap<>();
		if (tagId != null) {
			written.put("group_id", tagId);
		}
		if (platform != null) {
			written.put("client_platform_type", platform);
		}
		return written;
	}

	/** Callers write the ids as numbers or as texts. */
	private static @Nullable Integer number(JsonNode node) {
		String text = node.asString("");
		return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
	}

}
