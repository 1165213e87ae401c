package cn.mentougou.wechatsim.world;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One button of an account's menu bar, or the head of a submenu. */
public record MenuButton(String name, @Nullable String type, @Nullable String key, @Nullable String url,
		List<MenuButton> sub) {

	public MenuButton {
		sub = (sub != null) ? List.copyOf(sub) : List.of();
	}

	public static MenuButton click(String name, String key) {
		return new MenuButton(name, "click", key, null, List.of());
	}

	public static MenuButton view(String name, String url) {
		return new MenuButton(name, "view", null, url, List.of());
	}

	public static MenuButton submenu(String name, MenuButton... buttons) {
		return new MenuButton(name, null, null, null, List.of(buttons));
	}

}
