package cn.mentougou.education.wechat.menueditor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuSet;

/** What differs between two menus, in words and side by side. */
final class MenuDifference {

	private final Function<MenuButton, String> leads;

	private final List<String> words = new ArrayList<>();

	private MenuDifference(Function<MenuButton, String> leads) {
		this.leads = leads;
	}

	/** Sentences; none if both are the same. */
	static List<String> words(MenuSet before, MenuSet after, Function<MenuButton, String> leads) {
		MenuDifference difference = new MenuDifference(leads);
		difference.compare("默认菜单", before.buttons(), after.buttons());
		Map<MenuSet.Audience, List<MenuButton>> old = byAudience(before);
		Map<MenuSet.Audience, List<MenuButton>> now = byAudience(after);
		now.forEach((audience, buttons) -> {
			List<MenuButton> was = old.get(audience);
			if (was == null) {
				difference.words.add("新增给" + audience.words() + "看的个性化菜单");
			}
			else {
				difference.compare("给" + audience.words() + "看的菜单", was, buttons);
			}
		});
		old.keySet()
			.stream()
			.filter((audience) -> !now.containsKey(audience))
			.forEach((audience) -> difference.words.add("删去给" + audience.words() + "看的个性化菜单"));
		if (!List.copyOf(old.keySet()).equals(List.copyOf(now.keySet())) && old.keySet().equals(now.keySet())) {
			difference.words.add("个性化菜单的先后顺序变了");
		}
		return difference.words;
	}

	private static Map<MenuSet.Audience, List<MenuButton>> byAudience(MenuSet set) {
		Map<MenuSet.Audience, List<MenuButton>> menus = new LinkedHashMap<>();
		set.conditional().forEach((one) -> menus.putIfAbsent(one.audience(), one.buttons()));
		return menus;
	}

	private void compare(String where, List<MenuButton> before, List<MenuButton> after) {
		List<MenuButton> gone = new ArrayList<>(before);
		List<MenuButton> come = new ArrayList<>(after);
		Map<MenuButton, MenuButton> pairs = new HashMap<>();
		pair(gone, come, pairs, (one, other) -> one.name().equals(other.name()));
		pair(gone, come, pairs, MenuButton::leadsLike);
		gone.forEach((button) -> this.words.add(where + "删去“" + button.name() + "”"));
		for (MenuButton button : after) {
			MenuButton was = pairs.get(button);
			if (was == null) {
				this.words.add(where + "新增“" + button.name() + "”（" + this.leads.apply(button) + "）");
			}
			else {
				changed(where, was, button);
			}
		}
		List<MenuButton> kept = before.stream().filter(pairs::containsValue).toList();
		if (!kept.equals(after.stream().map(pairs::get).filter((was) -> was != null).toList())) {
			this.words.add(where + "的顺序变为：" + String.join("、", after.stream().map(MenuButton::name).toList()));
		}
	}

	private void changed(String where, MenuButton was, MenuButton button) {
		if (!was.name().equals(button.name())) {
			this.words.add(where + "的“" + was.name() + "”改名为“" + button.name() + "”");
		}
		boolean bothOpen = was.kind() == ButtonKind.SUBMENU && button.kind() == ButtonKind.SUBMENU;
		if (bothOpen) {
			compare(where + "的“" + button.name() + "”里", was.entries(), button.entries());
		}
		else if (!was.leadsLike(button)) {
			this.words
				.add(where + "的“" + button.name() + "”由" + this.leads.apply(was) + "，改为" + this.leads.apply(button));
		}
	}

	private static void pair(List<MenuButton> gone, List<MenuButton> come, Map<MenuButton, MenuButton> pairs,
			Likeness likeness) {
		for (MenuButton button : List.copyOf(come)) {
			@Nullable MenuButton was = gone.stream().filter((one) -> likeness.of(one, button)).findFirst().orElse(null);
			if (was != null) {
				pairs.put(button, was);
				gone.remove(was);
				come.remove(button);
			}
		}
	}

	/** Both menus line by line, as an outline; equal lines stand beside each other. */
	static List<Line> sideBySide(List<String> left, List<String> right) {
		int[][] common = new int[left.size() + 1][right.size() + 1];
		for (int i = left.size() - 1; i >= 0; i--) {
			for (int j = right.size() - 1; j >= 0; j--) {
				common[i][j] = left.get(i).equals(right.get(j)) ? common[i + 1][j + 1] + 1
						: Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		List<Line> lines = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < left.size() || j < right.size()) {
			if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
				lines.add(new Line(left.get(i++), right.get(j++), true));
			}
			else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
				lines.add(new Line(left.get(i++), "", false));
			}
			else {
				lines.add(new Line("", right.get(j++), false));
			}
		}
		return lines;
	}

	/** The lines of a menu. */
	static List<String> outline(MenuSet set, Function<MenuButton, String> leads) {
		List<String> lines = new ArrayList<>();
		lines.add("默认菜单");
		outline(lines, "　", set.buttons(), leads);
		set.conditional().forEach((one) -> {
			lines.add("给" + one.audience().words() + "看");
			outline(lines, "　", one.buttons(), leads);
		});
		return lines;
	}

	private static void outline(List<String> lines, String indent, List<MenuButton> buttons,
			Function<MenuButton, String> leads) {
		for (MenuButton button : buttons) {
			lines.add(indent + button.name() + " —— " + leads.apply(button));
			outline(lines, indent + "　", button.entries(), leads);
		}
	}

	/** When two entries are the same one. */
	@FunctionalInterface
	private interface Likeness {

		boolean of(MenuButton was, MenuButton button);

	}

	/** One line of both sides; empty where the other side has more. */
	record Line(String left, String right, boolean same) {
	}

}
