package cn.mentougou.wechatsim.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Bubble;

/** Reads the fields and the address of a card, and refuses what the platform refuses. */
final class CardForm {

	private static final int PATH_LENGTH = 1024;

	private CardForm() {
	}

	/**
	 * The card as the phone shows it; {@code link} is the field that holds the address.
	 */
	static Bubble.Content read(ApiCall call, SimTemplate template, String link) {
		JsonNode body = call.json();
		List<Bubble.Row> rows = new ArrayList<>();
		for (SimTemplate.Field field : template.fields()) {
			rows.add(new Bubble.Row(field.label(), value(body.path("data"), field.name())));
		}
		call.expect(body.path("data"), Set.copyOf(template.fields().stream().map(SimTemplate.Field::name).toList()));
		String app = miniProgram(body.path("miniprogram"));
		return Bubble.Content.card(template.title(), rows, ApiCall.text(body, link), app);
	}

	private static String value(JsonNode data, String name) {
		JsonNode value = data.path(name).path("value");
		String text = value.isValueNode() ? value.asString("") : "";
		if (!FieldLimits.allow(name, text)) {
			throw new ApiError(ErrorCode.INVALID_ARGUMENT, "argument invalid! data." + name + ".value invalid");
		}
		return text;
	}

	private static String miniProgram(JsonNode program) {
		if (program.isMissingNode() || program.isNull()) {
			return "";
		}
		String appId = ApiCall.text(program, "appid");
		String path = ApiCall.text(program, "pagepath");
		if (!appId.matches("wx[0-9a-z]{16}")) {
			throw new ApiError(ErrorCode.INVALID_APPID);
		}
		if (path.startsWith("/") || path.contains("://") || path.length() > PATH_LENGTH) {
			throw new ApiError(ErrorCode.INVALID_PAGE_PATH);
		}
		return path.isEmpty() ? appId : path;
	}

}
