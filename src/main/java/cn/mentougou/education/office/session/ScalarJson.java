package cn.mentougou.education.office.session;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a session holds: texts, whole numbers and yes or no, as JSON. Nothing that is read
 * back can choose a class, and whoever puts an object into a session hears of it at once.
 */
class ScalarJson implements RedisSerializer<Object> {

	private static final JsonMapper JSON = new JsonMapper();

	@Override
	public byte[] serialize(@Nullable Object value) throws SerializationException {
		if (value == null) {
			return new byte[0];
		}
		// The map is the news of a new session, which is written and never read.
		if (value instanceof String || value instanceof Long || value instanceof Integer || value instanceof Boolean
				|| value instanceof Map) {
			return JSON.writeValueAsBytes(value);
		}
		throw new IllegalArgumentException("A session holds texts, numbers and booleans, not " + value.getClass());
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] bytes) throws SerializationException {
		if (bytes == null || bytes.length == 0) {
			return null;
		}
		try {
			return scalar(JSON.readTree(new String(bytes, StandardCharsets.UTF_8)));
		}
		catch (JacksonException ex) {
			throw new SerializationException("Not a value of a session", ex);
		}
	}

	private static Object scalar(JsonNode node) {
		if (node.isString()) {
			return node.stringValue();
		}
		if (node.isInt()) {
			return node.intValue();
		}
		if (node.isLong()) {
			return node.longValue();
		}
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		throw new SerializationException("Not a value of a session");
	}

}
