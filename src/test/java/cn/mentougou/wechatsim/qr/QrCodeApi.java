package cn.mentougou.wechatsim.qr;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.FileAnswer;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.World;

/**
 * Makes codes and shows their pictures. In the real world the pictures lie on
 * {@code mp.weixin.qq.com}; here both hosts are one.
 */
public final class QrCodeApi {

	private static final int BAD_ACTION = 40052;

	private static final int BAD_SCENE = 40053;

	private static final int BAD_LIFE = 40097;

	private static final long LONGEST = 2_592_000;

	/** What the documentation says of today; earlier ones said thirty. */
	private static final long UNLESS_SAID = 60;

	private static final long PERMANENT_NUMBERS = 100_000;

	private static final long NUMBERS = 0xffff_ffffL;

	private static final int TEXT_BYTES = 64;

	private final World world;

	private final QrCodes codes;

	public QrCodeApi(World world, QrCodes codes) {
		this.world = world;
		this.codes = codes;
	}

	public List<Endpoint> endpoints() {
		return List.of(
				Endpoint.post("/cgi-bin/qrcode/create", Permission.VERIFIED_SERVICE, this::create).daily(100_000),
				Endpoint.open("GET", "/cgi-bin/showqrcode", this::picture));
	}

	private Object create(ApiCall call) {
		QrAction action = action(call.text("action_name"));
		String scene = scene(action, call.json().path("action_info").path("scene"));
		Duration life = action.isPermanent() ? null : life(call.json().path("expire_seconds"));
		QrCode code = codes.create(call.account().appId(), action, scene, life);
		world.changed();
		return answer(code, life);
	}

	private static Map<String, Object> answer(QrCode code, @Nullable Duration life) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("ticket", code.ticket());
		if (life != null) {
			answer.put("expire_seconds", life.toSeconds());
		}
		answer.put("url", code.url());
		return answer;
	}

	/** The picture of a code that has expired is shown like any other. */
	private Object picture(ApiCall call) {
		return codes.read(call.parameter("ticket"))
			.map((code) -> FileAnswer.of("image/jpg", QrPicture.of(code.url())))
			.orElseGet(FileAnswer::missing);
	}

	private static QrAction action(String name) {
		return Arrays.stream(QrAction.values())
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ApiError(BAD_ACTION, "invalid action name"));
	}

	private static String scene(QrAction action, JsonNode scene) {
		if (action.isNumbered()) {
			JsonNode number = scene.path("scene_id");
			long highest = action.isPermanent() ? PERMANENT_NUMBERS : NUMBERS;
			if (!number.isIntegralNumber() || number.asLong() < 1 || number.asLong() > highest) {
				throw new ApiError(BAD_SCENE, "invalid action info");
			}
			return String.valueOf(number.asLong());
		}
		String text = ApiCall.text(scene, "scene_str");
		// Too long a text was seen to pass for a code that expires.
		boolean tooLong = action.isPermanent() && text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES;
		if (text.isEmpty() || tooLong) {
			throw new ApiError(BAD_SCENE, "invalid action info");
		}
		return text;
	}

	private static Duration life(JsonNode seconds) {
		if (seconds.isMissingNode()) {
			return Duration.ofSeconds(UNLESS_SAID);
		}
		if (!seconds.isIntegralNumber()) {
			throw new ApiError(ErrorCode.UNREADABLE, "data format error: expire_seconds must be a number");
		}
		if (seconds.asLong() < 1 || seconds.asLong() > LONGEST) {
			throw new ApiError(BAD_LIFE, "invalid args");
		}
		return Duration.ofSeconds(seconds.asLong());
	}

}
