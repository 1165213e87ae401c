package cn.mentougou.education.wechat.menu;

import java.util.List;

/**
 * One entry of a menu.
 *
 * @param name what people read
 * @param kind what it does
 * @param value the key, the address or the id; of a kind that is not known here its word
 * @param appId of a mini program its AppID, otherwise empty
 * @param pagePath of a mini program its page, otherwise empty
 * @param entries what is under it, if it is a submenu
 */
public record MenuButton(String name, ButtonKind kind, String value, String appId, String pagePath,
		List<MenuButton> entries) {

	/** Strips what was typed and copies the entries. */
	public MenuButton {
		name = name.strip();
		value = value.strip();
		appId = appId.strip();
		pagePath = pagePath.strip();
		entries = List.copyOf(entries);
	}

	/** An entry that does something. */
	public static MenuButton of(String name, ButtonKind kind, String value) {
		return new MenuButton(name, kind, value, "", "", List.of());
	}

	/** An entry that opens others. */
	public static MenuButton submenu(String name, List<MenuButton> entries) {
		return new MenuButton(name, ButtonKind.SUBMENU, "", "", "", entries);
	}

	/** The same with another name. */
	public MenuButton named(String other) {
		return new MenuButton(other, this.kind, this.value, this.appId, this.pagePath, this.entries);
	}

	/** Whether it leads to the same. */
	public boolean leadsLike(MenuButton other) {
		return equals(other.named(this.name));
	}

}
