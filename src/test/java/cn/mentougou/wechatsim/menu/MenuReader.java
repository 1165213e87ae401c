package cn.mentougou.wechatsim.menu;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.MenuButton;

/** Reads the buttons of a call and refuses what the platform would refuse. */
final class MenuReader {

	private static final Set<String> WITH_KEY = Set.of("click", "scancode_push", "scancode_waitmsg", "pic_sysphoto",
			"pic_photo_or_album", "pic_weixin", "location_select");

	private static final Set<String> WITH_MEDIA = Set.of("media_id", "view_limited");

	private static final Set<String> WITH_ARTICLE = Set.of("article_id", "article_view_limited");

	private static final List<String> MORE = List.of("media_id", "article_id", "appid", "pagepath");

	private static final int KEY_BYTES = 128;

	private static final int URL_BYTES = 1024;

	private final Predicate<String> linkedMiniProgram;

	MenuReader(Predicate<String> linkedMiniProgram) {
		this.linkedMiniProgram = linkedMiniProgram;
	}

	List<MenuButton> read(JsonNode menu) {
		JsonNode buttons = menu.path("button");
		if (!buttons.isArray()) {
			throw new ApiError(ErrorCode.UNREADABLE, "data format error: button must be an array");
		}
		return read(buttons, Level.TOP);
	}

	private List<MenuButton> read(JsonNode buttons, Level level) {
		level.allows(!buttons.isEmpty() && buttons.size() <= level.buttons, level.count);
		List<MenuButton> read = new ArrayList<>();
		for (JsonNode each : buttons) {
			read.add(button(each, level));
		}
		return read;
	}

	private MenuButton button(JsonNode node, Level level) {
		String name = ApiCall.text(node, "name");
		level.allows(!name.isBlank() && bytes(name) <= level.nameBytes, level.name);
		JsonNode sub = node.path("sub_button");
		if (sub.isArray() && !sub.isEmpty()) {
			level.allows(level == Level.TOP, MenuCode.SUB_MENU_LEVEL);
			return new MenuButton(name, null, null, null, read(sub, Level.SUB), Map.of());
		}
		String type = ApiCall.text(node, "type");
		String key = ApiCall.text(node, "key");
		String url = ApiCall.text(node, "url");
		Map<String, String> more = more(node);
		checkTarget(type, key, url, level);
		checkMore(type, more, level);
		return new MenuButton(name, type, key.isEmpty() ? null : key, url.isEmpty() ? null : url, List.of(), more);
	}

	private void checkTarget(String type, String key, String url, Level level) {
		boolean web = type.equals("view") || type.equals("miniprogram");
		level.allows(web || WITH_KEY.contains(type) || WITH_MEDIA.contains(type) || WITH_ARTICLE.contains(type),
				level.type);
		if (WITH_KEY.contains(type)) {
			level.allows(!key.isEmpty() && bytes(key) <= KEY_BYTES, level.key);
		}
		if (web) {
			level.allows(!url.isEmpty() && bytes(url) <= URL_BYTES, level.url);
			level.allows(!host(url).isEmpty(), level.domain);
		}
	}

	private void checkMore(String type, Map<String, String> more, Level level) {
		level.allows(!WITH_MEDIA.contains(type) || more.containsKey("media_id"), MenuCode.MEDIA_ID);
		level.allows(!WITH_ARTICLE.contains(type) || more.containsKey("article_id"), MenuCode.ARTICLE_ID);
		level.allows(
				!type.equals("miniprogram")
						|| more.containsKey("pagepath") && linkedMiniProgram.test(more.getOrDefault("appid", "")),
				MenuCode.MINI_PROGRAM);
	}

	private static Map<String, String> more(JsonNode node) {
		Map<String, String> more = new LinkedHashMap<>();
		for (String name : MORE) {
			String value = ApiCall.text(node, name);
			if (!value.isEmpty()) {
				more.put(name, value);
			}
		}
		return more;
	}

	/** The host of a web address, empty where it is none. */
	static String host(String url) {
		try {
			URI address = URI.create(url);
			boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
			return (web && address.getHost() != null) ? address.getHost().toLowerCase(Locale.ROOT) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/** What holds for a button of the bar and for one of a submenu. */
	private enum Level {

		/** On the bar. */
		TOP(3, 16, MenuCode.BUTTON_COUNT, MenuCode.BUTTON_NAME, MenuCode.BUTTON_TYPE, MenuCode.BUTTON_KEY,
				MenuCode.BUTTON_URL, MenuCode.BUTTON_DOMAIN),
		/** In a submenu. */
		SUB(5, 60, MenuCode.SUB_BUTTON_COUNT, MenuCode.SUB_BUTTON_NAME, MenuCode.SUB_BUTTON_TYPE,
				MenuCode.SUB_BUTTON_KEY, MenuCode.SUB_BUTTON_URL, MenuCode.SUB_BUTTON_DOMAIN);

		private final int buttons;

		private final int nameBytes;

		private final MenuCode count;

		private final MenuCode name;

		private final MenuCode type;

		private final MenuCode key;

		private final MenuCode url;

		private final MenuCode domain;

		Level(int buttons, int nameBytes, MenuCode... codes) {
			this.buttons = buttons;
			this.nameBytes = nameBytes;
			this.count = codes[0];
			this.name = codes[1];
			this.type = codes[2];
			this.key = codes[3];
			this.url = codes[4];
			this.domain = codes[5];
		}

		private void allows(boolean good, MenuCode otherwise) {
			if (!good) {
				throw otherwise.error();
			}
		}

	}

}
