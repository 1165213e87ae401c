package cn.mentougou.wechatsim.world;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One button of an account's menu bar, or the head of a submenu. What only the rarer
 * kinds have ({@code media_id}, {@code article_id}, {@code appid}, {@code pagepath}) is
 * kept by the platform's name for it.
 */
public record MenuButton(String name, @Nullable String type, @Nullable String key, @Nullable String url,
		List<MenuButton> sub, Map<String, String> more) {

	public MenuButton {
		sub = (sub != null) ? List.copyOf(sub) : List.of();
		more = (more != null) ? Map.copyOf(more) : Map.of();
	}

	public static MenuButton click(String name, String key) {
		return new MenuButton(name, "click", key, null, List.of(), Map.of());
	}

	public static MenuButton view(String name, String url) {
		return new MenuButton(name, "view", null, url, List.of(), Map.of());
	}

	public static MenuButton submenu(String name, MenuButton... buttons) {
		return new MenuButton(name, null, null, null, List.of(buttons), Map.of());
	}

}
