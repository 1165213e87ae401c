package cn.mentougou.education.wechat.menu;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Menus in the platform's JSON: as {@code menu/get} shows them, which is also how they
 * are kept, as {@code menu/create} and {@code menu/addconditional} take them, and as
 * {@code get_current_selfmenu_info} shows those that were made by hand.
 */
public final class MenuJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String BUTTON = "button";

	private MenuJson() {
	}

	/** The whole set. */
	public static String write(MenuSet set) {
		ObjectNode whole = JSON.createObjectNode();
		whole.putObject("menu").set(BUTTON, buttons(set.buttons()));
		ArrayNode conditional = whole.putArray("conditionalmenu");
		set.conditional().forEach((one) -> conditional.add(node(one)));
		return whole.toString();
	}

	/** What {@code menu/create} takes. */
	public static String body(List<MenuButton> buttons) {
		ObjectNode body = JSON.createObjectNode();
		body.set(BUTTON, buttons(buttons));
		return body.toString();
	}

	/** What {@code menu/addconditional} takes. */
	public static String body(MenuSet.Conditional conditional) {
		return node(conditional).toString();
	}

	/**
	 * The set that was kept or that {@code menu/get} shows.
	 * @throws RuntimeException if it is no such thing
	 */
	public static MenuSet read(String text) {
		JsonNode whole = JSON.readTree(text);
		List<MenuSet.Conditional> conditional = new ArrayList<>();
		for (JsonNode one : whole.path("conditionalmenu")) {
			JsonNode rule = one.path("matchrule");
			String tag = word(rule, "tag_id").isEmpty() ? word(rule, "group_id") : word(rule, "tag_id");
			conditional.add(new MenuSet.Conditional(new MenuSet.Audience(tag, word(rule, "client_platform_type")),
					read(one.path(BUTTON))));
		}
		return new MenuSet(read(whole.path("menu").path(BUTTON)), conditional);
	}

	/** The numbers of the conditional menus that {@code menu/get} shows. */
	public static List<String> conditionalIds(String text) {
		List<String> ids = new ArrayList<>();
		JSON.readTree(text).path("conditionalmenu").forEach((one) -> ids.add(word(one, "menuid")));
		return ids;
	}

	/**
	 * The menu that {@code get_current_selfmenu_info} shows; its submenus hold their
	 * entries in a {@code list}.
	 */
	public static MenuSet readSelfMenu(String text) {
		return MenuSet.of(read(JSON.readTree(text).path("selfmenu_info").path(BUTTON)));
	}

	private static List<MenuButton> read(JsonNode buttons) {
		List<MenuButton> read = new ArrayList<>();
		for (JsonNode button : buttons) {
			JsonNode under = button.path("sub_button");
			JsonNode entries = under.isArray() ? under : under.path("list");
			read.add(entries.isEmpty() ? leaf(button) : MenuButton.submenu(word(button, "name"), read(entries)));
		}
		return read;
	}

	private static MenuButton leaf(JsonNode button) {
		String word = word(button, "type");
		ButtonKind kind = ButtonKind.of(word).orElse(word.isEmpty() ? ButtonKind.SUBMENU : ButtonKind.FOREIGN);
		String value = (kind == ButtonKind.FOREIGN) ? word : word(button, field(kind));
		if (value.isEmpty() && kind != ButtonKind.SUBMENU) {
			// A menu made by hand keeps what it sends here.
			value = word(button, "value");
		}
		return new MenuButton(word(button, "name"), kind, value, word(button, "appid"), word(button, "pagepath"),
				List.of());
	}

	private static ObjectNode node(MenuSet.Conditional conditional) {
		ObjectNode node = JSON.createObjectNode();
		node.set(BUTTON, buttons(conditional.buttons()));
		ObjectNode rule = node.putObject("matchrule");
		if (!conditional.audience().tagId().isEmpty()) {
			rule.put("tag_id", conditional.audience().tagId());
		}
		if (!conditional.audience().client().isEmpty()) {
			rule.put("client_platform_type", conditional.audience().client());
		}
		return node;
	}

	private static ArrayNode buttons(List<MenuButton> buttons) {
		ArrayNode array = JSON.createArrayNode();
		for (MenuButton button : buttons) {
			ObjectNode node = array.addObject();
			if (button.kind() == ButtonKind.SUBMENU) {
				node.put("name", button.name());
				node.set("sub_button", buttons(button.entries()));
				continue;
			}
			node.put("type", (button.kind() == ButtonKind.FOREIGN) ? button.value() : button.kind().word());
			node.put("name", button.name());
			if (button.kind() != ButtonKind.FOREIGN) {
				node.put(field(button.kind()), button.value());
			}
			if (button.kind() == ButtonKind.MINIPROGRAM) {
				node.put("appid", button.appId());
				node.put("pagepath", button.pagePath());
			}
		}
		return array;
	}

	private static String field(ButtonKind kind) {
		return switch (kind.value()) {
			case URL -> "url";
			case MEDIA -> "media_id";
			case ARTICLE -> "article_id";
			case KEY, NONE -> "key";
		};
	}

	private static String word(JsonNode node, String name) {
		JsonNode value = node.path(name);
		return value.isValueNode() && !value.isNull() ? value.asString() : "";
	}

}
