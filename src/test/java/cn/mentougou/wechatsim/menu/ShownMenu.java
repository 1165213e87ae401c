package cn.mentougou.wechatsim.menu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.world.MenuButton;

/** A menu as one phone shows it. */
public record ShownMenu(long menuId, List<MenuButton> buttons) {

	/** The button with this key, or without one with this address. */
	public Optional<MenuButton> button(@Nullable String key, @Nullable String url) {
		return buttons.stream()
			.flatMap((button) -> Stream.concat(Stream.of(button), button.sub().stream()))
			.filter((button) -> button.type() != null)
			.filter((button) -> (key != null) ? key.equals(button.key()) : url != null && url.equals(button.url()))
			.findFirst();
	}

}
