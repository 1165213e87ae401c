package cn.mentougou.wechatsim.menu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import cn.mentougou.wechatsim.world.MenuButton;

/** Writes buttons in the two forms in which the platform answers with them. */
final class MenuWriter {

	private MenuWriter() {
	}

	/** As they were created: every button has a list of sub-buttons, an empty one too. */
	static List<Map<String, Object>> created(List<MenuButton> buttons) {
		return buttons.stream().map((button) -> written(button, true, (sub) -> created(sub))).toList();
	}

	/** As the query of the current menu has them: sub-buttons lie in a {@code list}. */
	static List<Map<String, Object>> current(List<MenuButton> buttons) {
		return buttons.stream()
			.map((button) -> written(button, !button.sub().isEmpty(), (sub) -> Map.of("list", current(sub))))
			.toList();
	}

	private static Map<String, Object> written(MenuButton button, boolean withSub,
			Function<List<MenuButton>, Object> subWriter) {
		Map<String, Object> written = new LinkedHashMap<>();
		if (button.type() != null) {
			written.put("type", button.type());
		}
		written.put("name", button.name());
		if (button.key() != null) {
			written.put("key", button.key());
		}
		if (button.url() != null) {
			written.put("url", button.url());
		}
		written.putAll(button.more());
		if (withSub) {
			written.put("sub_button", subWriter.apply(button.sub()));
		}
		return written;
	}

}
