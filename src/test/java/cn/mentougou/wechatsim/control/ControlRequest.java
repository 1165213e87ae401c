package cn.mentougou.wechatsim.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import cn.mentougou.wechatsim.world.Json;

/** A call of the control interface. */
record ControlRequest(MatchResult path, String query, String body) {

	/** The part of the path that stands for {@code *}. */
	String variable() {
		return URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
	}

	/** A parameter of the query, empty where there is none. */
	String parameter(String name) {
		for (String pair : query.split("&")) {
			if (pair.startsWith(name + "=")) {
				return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
			}
		}
		return "";
	}

	/** The body as an object; no body is an empty one. */
	ObjectNode json() {
		JsonNode node = body.isBlank() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
		if (node instanceof ObjectNode object) {
			return object;
		}
		throw new IllegalArgumentException("请求内容应是一个 JSON 对象");
	}

	<T> T as(Class<T> type) {
		return Json.MAPPER.treeToValue(json(), type);
	}

	/** What the body says, laid over what was. */
	<T> T over(Object current, Class<T> type) {
		ObjectNode merged = Json.MAPPER.valueToTree(current);
		merged.setAll(json());
		return Json.MAPPER.treeToValue(merged, type);
	}

	String text(String name) {
		String value = json().path(name).asString("").strip();
		if (value.isEmpty()) {
			throw new IllegalArgumentException("缺少 " + name);
		}
		return value;
	}

}
