package cn.mentougou.education.wechat.menueditor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuSet;

/**
 * A menu as it stands in the editor's form, and what its buttons do to it. The fields are
 * named by their places ({@code m0.b1.e2.name}), so that the form works without scripts.
 *
 * @param set the menu, finished or not
 * @param note what the author says about it
 * @param based the latest version when the editor began, or 0
 */
record MenuForm(MenuSet set, String note, long based) {

	private static final Pattern ACT = Pattern
		.compile("(?<verb>add|remove|up|down):(?<above>m\\d\\.(b\\d\\.)?)?(?<kind>[mbe])(?<at>\\d)?");

	/** Reads what was posted; more than fits into the form is not read. */
	static MenuForm of(Map<String, String> fields) {
		List<MenuSet.Conditional> conditional = new ArrayList<>();
		for (int i = 1; i <= MenuSet.MAX_CONDITIONAL + 1 && fields.containsKey("m" + i + ".tag"); i++) {
			MenuSet.Audience audience = new MenuSet.Audience(field(fields, "m" + i + ".tag"),
					field(fields, "m" + i + ".client"));
			conditional.add(new MenuSet.Conditional(audience, buttons(fields, "m" + i)));
		}
		String based = field(fields, "based");
		return new MenuForm(new MenuSet(buttons(fields, "m0"), conditional), field(fields, "note"),
				based.matches("[0-9]{1,18}") ? Long.parseLong(based) : 0);
	}

	private static List<MenuButton> buttons(Map<String, String> fields, String menu) {
		List<MenuButton> buttons = new ArrayList<>();
		for (int i = 0; i <= MenuSet.MAX_BUTTONS && fields.containsKey(menu + ".b" + i + ".name"); i++) {
			String place = menu + ".b" + i;
			List<MenuButton> entries = new ArrayList<>();
			for (int j = 0; j <= MenuSet.MAX_ENTRIES && fields.containsKey(place + ".e" + j + ".name"); j++) {
				entries.add(leaf(fields, place + ".e" + j));
			}
			buttons.add(entries.isEmpty() ? leaf(fields, place)
					: MenuButton.submenu(field(fields, place + ".name"), entries));
		}
		return buttons;
	}

	/**
	 * What was chosen is a kind, or a kind with its value where that stands in the list.
	 */
	private static MenuButton leaf(Map<String, String> fields, String place) {
		String chosen = field(fields, place + ".target");
		int colon = chosen.indexOf(':');
		String value = (colon < 0) ? field(fields, place + ".value") : chosen.substring(colon + 1);
		ButtonKind kind = kind((colon < 0) ? chosen : chosen.substring(0, colon));
		boolean isMini = kind == ButtonKind.MINIPROGRAM;
		return new MenuButton(field(fields, place + ".name"), kind, value,
				isMini ? field(fields, place + ".appId") : "", isMini ? field(fields, place + ".page") : "", List.of());
	}

	private static ButtonKind kind(String name) {
		for (ButtonKind kind : ButtonKind.values()) {
			if (kind.name().equals(name) && kind != ButtonKind.SUBMENU) {
				return kind;
			}
		}
		return ButtonKind.CLICK;
	}

	/** An attacker's text may be long; nothing in a menu is longer than an address. */
	private static String field(Map<String, String> fields, String name) {
		String value = fields.getOrDefault(name, "");
		return (value.length() <= 2000) ? value : value.substring(0, 2000);
	}

	/**
	 * The form after one of its buttons: {@code add}, {@code remove}, {@code up} or
	 * {@code down} and a place. Anything else leaves it as it is.
	 */
	MenuForm after(String act) {
		int colon = act.indexOf(':');
		if (colon < 0 || !act.substring(colon + 1).matches("m|m\\d(\\.b\\d(\\.e\\d)?)?")) {
			return this;
		}
		String verb = act.substring(0, colon);
		String[] steps = act.substring(colon + 1).split("\\.");
		int[] place = new int[steps.length];
		for (int i = 0; i < steps.length; i++) {
			place[i] = (steps[i].length() > 1) ? Integer.parseInt(steps[i].substring(1)) : -1;
		}
		try {
			return new MenuForm(changed(verb, place), this.note, this.based);
		}
		catch (IndexOutOfBoundsException ex) {
			return this;
		}
	}

	/**
	 * Where the keyboard goes on after that button: into what was added, along with what
	 * was moved, or to the button that adds.
	 */
	String focusAfter(String act) {
		Matcher parts = ACT.matcher(act);
		if (!parts.matches()) {
			return "";
		}
		String above = Objects.requireNonNullElse(parts.group("above"), "");
		int at = Integer.parseInt(Objects.requireNonNullElse(parts.group("at"), "0"));
		String list = above + parts.group("kind");
		String place = list + parts.group("at");
		int first = list.equals("m") ? 1 : 0;
		return switch (parts.group("verb")) {
			case "up" -> ((at - 1 > first) ? "up:" : "down:") + list + (at - 1);
			case "down" -> ((at + 2 < first + count(above)) ? "down:" : "up:") + list + (at + 1);
			case "remove" -> "add:" + (above.isEmpty() ? "m" : above.substring(0, above.length() - 1));
			default -> (parts.group("at") == null) ? "m" + (count("") + 1) + ".tag"
					: place + (list.equals("m") ? ".b" : ".e") + count(place + ".") + ".name";
		};
	}

	/** How many parts a menu or an entry has; the whole has the conditional menus. */
	private int count(String place) {
		if (place.isEmpty()) {
			return this.set.conditional().size();
		}
		String[] steps = place.split("\\.");
		int menu = Integer.parseInt(steps[0].substring(1));
		if (menu > this.set.conditional().size()) {
			return 0;
		}
		List<MenuButton> buttons = (menu == 0) ? this.set.buttons() : this.set.conditional().get(menu - 1).buttons();
		if (steps.length == 1) {
			return buttons.size();
		}
		int at = Integer.parseInt(steps[1].substring(1));
		return (at < buttons.size()) ? buttons.get(at).entries().size() : 0;
	}

	private MenuSet changed(String verb, int[] place) {
		List<MenuSet.Conditional> conditional = new ArrayList<>(this.set.conditional());
		if (place[0] == -1) {
			conditional.add(new MenuSet.Conditional(new MenuSet.Audience("", ""), this.set.buttons()));
			return new MenuSet(this.set.buttons(), conditional);
		}
		if (place.length == 1 && !verb.equals("add")) {
			return new MenuSet(this.set.buttons(), moved(conditional, verb, place[0] - 1));
		}
		if (place[0] == 0) {
			return new MenuSet(changed(this.set.buttons(), verb, place), conditional);
		}
		MenuSet.Conditional menu = conditional.get(place[0] - 1);
		conditional.set(place[0] - 1, new MenuSet.Conditional(menu.audience(), changed(menu.buttons(), verb, place)));
		return new MenuSet(this.set.buttons(), conditional);
	}

	private static List<MenuButton> changed(List<MenuButton> before, String verb, int[] place) {
		List<MenuButton> buttons = new ArrayList<>(before);
		if (place.length == 1) {
			buttons.add(MenuButton.of("", ButtonKind.CLICK, ""));
			return buttons;
		}
		if (place.length == 2 && !verb.equals("add")) {
			return moved(buttons, verb, place[1]);
		}
		MenuButton button = buttons.get(place[1]);
		List<MenuButton> entries = (button.kind() == ButtonKind.SUBMENU) ? new ArrayList<>(button.entries())
				// What it led to becomes the first entry.
				: new ArrayList<>(button.value().isEmpty() ? List.of() : List.of(button.named("")));
		if (place.length == 3) {
			entries = moved(entries, verb, place[2]);
		}
		else {
			entries.add(MenuButton.of("", ButtonKind.CLICK, ""));
		}
		buttons.set(place[1], entries.isEmpty() ? MenuButton.of(button.name(), ButtonKind.CLICK, "")
				: MenuButton.submenu(button.name(), entries));
		return buttons;
	}

	private static <T> List<T> moved(List<T> before, String verb, int at) {
		List<T> list = new ArrayList<>(before);
		switch (verb) {
			case "remove" -> list.remove(at);
			case "up" -> Collections.swap(list, at, Math.max(0, at - 1));
			case "down" -> Collections.swap(list, at, Math.min(list.size() - 1, at + 1));
			default -> {
				// Somebody's own verb changes nothing.
			}
		}
		return list;
	}

}
