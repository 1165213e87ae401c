package cn.mentougou.education.wechat.menu;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that an account shows as its menu: the default menu and the conditional ones
 * (个性化菜单) that some people see in its place.
 *
 * @param buttons the default menu
 * @param conditional the others; the first whose audience fits is shown
 */
public record MenuSet(List<MenuButton> buttons, List<Conditional> conditional) {

	/** Entries of the first level. */
	public static final int MAX_BUTTONS = 3;

	/** Entries under one of the first level. */
	public static final int MAX_ENTRIES = 5;

	/** Conditional menus; a limit of ours, that a person can still see through. */
	public static final int MAX_CONDITIONAL = 5;

	/** Copies both. */
	public MenuSet {
		buttons = List.copyOf(buttons);
		conditional = List.copyOf(conditional);
	}

	/** A default menu alone. */
	public static MenuSet of(List<MenuButton> buttons) {
		return new MenuSet(buttons, List.of());
	}

	/** Every entry of every menu that does something. */
	public List<MenuButton> leaves() {
		List<MenuButton> leaves = new ArrayList<>();
		addLeaves(leaves, this.buttons);
		this.conditional.forEach((one) -> addLeaves(leaves, one.buttons()));
		return leaves;
	}

	private static void addLeaves(List<MenuButton> leaves, List<MenuButton> buttons) {
		for (MenuButton button : buttons) {
			if (button.kind() == ButtonKind.SUBMENU) {
				addLeaves(leaves, button.entries());
			}
			else {
				leaves.add(button);
			}
		}
	}

	/**
	 * Whether the platform, which keeps no order of conditional menus, shows the same.
	 */
	public boolean showsLike(MenuSet other) {
		List<Conditional> rest = new ArrayList<>(other.conditional);
		return this.buttons.equals(other.buttons) && this.conditional.stream().allMatch(rest::remove) && rest.isEmpty();
	}

	/**
	 * A menu for some people.
	 *
	 * @param audience who sees it
	 * @param buttons what they see
	 */
	public record Conditional(Audience audience, List<MenuButton> buttons) {

		/** Copies the entries. */
		public Conditional {
			buttons = List.copyOf(buttons);
		}

	}

	/**
	 * Who sees a conditional menu. Sex, place and language were withdrawn by the
	 * platform.
	 *
	 * @param tagId the number of a tag of the account, or empty
	 * @param client 1 for iOS, 2 for Android, 3 for others, or empty
	 */
	public record Audience(String tagId, String client) {

		/** Strips what was typed. */
		public Audience {
			tagId = tagId.strip();
			client = client.strip();
		}

		/** Whether it names nobody in particular. */
		public boolean isEmpty() {
			return this.tagId.isEmpty() && this.client.isEmpty();
		}

		/** Who that is, in Chinese. */
		public String words() {
			String phone = switch (this.client) {
				case "1" -> "使用苹果手机的人";
				case "2" -> "使用安卓手机的人";
				case "3" -> "使用其他设备的人";
				default -> "";
			};
			if (this.tagId.isEmpty()) {
				return phone.isEmpty() ? "没有指定的人" : phone;
			}
			return "标签 " + this.tagId + " 中" + (phone.isEmpty() ? "的人" : phone);
		}

	}

}
