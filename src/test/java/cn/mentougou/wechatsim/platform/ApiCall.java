package cn.mentougou.wechatsim.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

/** A call as it arrived, and the account that made it once that is known. */
public final class ApiCall {

	private final Request request;

	private final Map<String, String> parameters;

	private final List<String> unknownFields = new ArrayList<>();

	private @Nullable SimAccount account;

	ApiCall(Request request) {
		this.request = request;
		this.parameters = parse(request.query());
	}

	Request request() {
		return request;
	}

	/** A parameter of the query; empty where there is none. */
	public String parameter(String name) {
		return parameters.getOrDefault(name, "");
	}

	public SimAccount account() {
		return Optional.ofNullable(account).orElseThrow();
	}

	void account(SimAccount caller) {
		this.account = caller;
	}

	/** The file of an upload, under the name that the platform wants. */
	public FilePart media() {
		FilePart media = part("media").filter((part) -> part.fileName() != null)
			.orElseThrow(() -> new ApiError(ErrorCode.MEDIA_MISSING));
		if (media.content().length == 0) {
			throw new ApiError(ErrorCode.EMPTY_MEDIA);
		}
		return media;
	}

	/** A part of an upload by its name. */
	public Optional<FilePart> part(String name) {
		return request.parts().stream().filter((part) -> part.name().equals(name)).findFirst();
	}

	/** The body, which must be a JSON object. */
	public JsonNode json() {
		JsonNode node = tolerantJson();
		if (!node.isObject()) {
			throw new ApiError(ErrorCode.UNREADABLE);
		}
		return node;
	}

	/** Warns in the log of fields that the documentation does not name. */
	public void expect(JsonNode object, Set<String> names) {
		object.propertyNames().stream().filter((name) -> !names.contains(name)).forEach(unknownFields::add);
	}

	@Nullable String warning() {
		return unknownFields.isEmpty() ? null : "unknown field: " + String.join(", ", unknownFields);
	}

	/** A text of the body; absent is empty, another type is an error. */
	public String text(String name) {
		return text(json(), name);
	}

	public static String text(JsonNode parent, String name) {
		JsonNode node = parent.path(name);
		if (node.isMissingNode() || node.isNull()) {
			return "";
		}
		if (!node.isString()) {
			throw new ApiError(ErrorCode.UNREADABLE, "data format error: " + name + " must be a string");
		}
		return node.asString();
	}

	/**
	 * The app id that the call names or whose token it carries, for the log and the
	 * faults.
	 */
	@Nullable String namedAppId() {
		if (account != null) {
			return account.appId();
		}
		String inQuery = parameter("appid");
		String named = inQuery.isEmpty() ? tolerantJson().path("appid").asString("") : inQuery;
		return named.isEmpty() ? null : named;
	}

	/** The person whom the call concerns, for the faults. */
	@Nullable String namedOpenId() {
		JsonNode body = tolerantJson();
		String inBody = body.path("touser").asString(body.path("openid").asString(""));
		String named = inBody.isEmpty() ? parameter("openid") : inBody;
		return named.isEmpty() ? null : named;
	}

	private JsonNode tolerantJson() {
		try {
			return Json.MAPPER.readTree(request.body());
		}
		catch (JacksonException ex) {
			return Json.MAPPER.missingNode();
		}
	}

	private static Map<String, String> parse(String query) {
		Map<String, String> result = new LinkedHashMap<>();
		for (String pair : query.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				result.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
		}
		return result;
	}

	private static String decode(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

	/** The bare request. */
	record Request(String method, String path, String query, String body, @Nullable String requestId,
			List<FilePart> parts) {
	}

}
