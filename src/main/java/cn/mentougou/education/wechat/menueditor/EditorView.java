package cn.mentougou.education.wechat.menueditor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuFault;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.menu.MenuTargets;

/**
 * What the editor's page shows of a form.
 *
 * @param menus the default menu and the conditional ones
 * @param keys what answers, by what the form sends
 * @param pages the pages that features offer
 * @param kinds the other kinds
 */
record EditorView(List<Menu> menus, Map<String, String> keys, Map<String, String> pages, Map<String, String> kinds) {

	static EditorView of(MenuForm form, List<MenuTargets.Target> targets, Map<String, List<String>> faults) {
		Map<String, String> keys = listed(targets, ButtonKind.CLICK);
		Map<String, String> pages = listed(targets, ButtonKind.VIEW);
		Maker maker = new Maker(
				Stream.concat(keys.keySet().stream(), pages.keySet().stream()).collect(Collectors.toUnmodifiableSet()),
				faults);
		List<Menu> menus = new ArrayList<>();
		menus.add(maker.menu("m0", new MenuSet.Audience("", ""), form.set().buttons(), 0));
		List<MenuSet.Conditional> conditional = form.set().conditional();
		for (int i = 0; i < conditional.size(); i++) {
			menus.add(maker.menu("m" + (i + 1), conditional.get(i).audience(), conditional.get(i).buttons(),
					conditional.size()));
		}
		Map<String, String> kinds = new LinkedHashMap<>();
		for (ButtonKind kind : ButtonKind.values()) {
			if (kind != ButtonKind.SUBMENU && kind != ButtonKind.FOREIGN) {
				kinds.put(kind.name(), kind.title());
			}
		}
		return new EditorView(menus, keys, pages, kinds);
	}

	private static Map<String, String> listed(List<MenuTargets.Target> targets, ButtonKind kind) {
		Map<String, String> listed = new LinkedHashMap<>();
		targets.stream()
			.filter((target) -> target.kind() == kind)
			.forEach((target) -> listed.put(kind + ":" + target.value(), target.title() + "　" + target.value()));
		return listed;
	}

	/** The sentences by the places that they are about. */
	static Map<String, List<String>> byPlace(List<MenuFault> faults, MenuWords words) {
		return faults.stream()
			.collect(Collectors.groupingBy(MenuFault::place, LinkedHashMap::new, Collectors
				.mapping((fault) -> (fault.isWarning() ? "提示：" : "") + words.sentence(fault), Collectors.toList())));
	}

	/** One menu of the form. */
	record Menu(String place, String title, MenuSet.Audience audience, List<Entry> entries, boolean mayAdd,
			boolean isFirst, boolean isLast, List<String> faults) {

		/** Whether only some people see it. */
		public boolean isConditional() {
			return !this.place.equals("m0");
		}

	}

	/**
	 * One entry of a menu.
	 *
	 * @param place the beginning of its fields' names
	 * @param title where it is, such as 第 1 栏第 2 项
	 * @param button what it is
	 * @param chosen what the list of targets stands at
	 * @param asksValue what the value's field is called; empty if there is none
	 * @param under the entries under it
	 * @param mayAdd whether one more fits under it
	 * @param isFirst whether nothing stands before it
	 * @param isLast whether nothing follows it
	 * @param faults what is wrong with it
	 */
	record Entry(String place, String title, MenuButton button, String chosen, String asksValue, List<Entry> under,
			boolean mayAdd, boolean isFirst, boolean isLast, List<String> faults) {

		/** Whether it opens others. */
		public boolean isSubmenu() {
			return this.button.kind() == ButtonKind.SUBMENU;
		}

		/** Whether it stands in the bar itself. */
		public boolean isFirstLevel() {
			return !this.place.contains(".e");
		}

		/** Whether it opens a mini program. */
		public boolean isMini() {
			return this.button.kind() == ButtonKind.MINIPROGRAM;
		}

	}

	/** Makes the parts, knowing what stands in the lists. */
	private record Maker(Set<String> listed, Map<String, List<String>> faults) {

		private Menu menu(String place, MenuSet.Audience audience, List<MenuButton> buttons, int conditional) {
			int number = Integer.parseInt(place.substring(1));
			return new Menu(place, (number == 0) ? "默认菜单" : "个性化菜单 " + number, audience,
					entries(place + ".b", "第 %d 栏", buttons), buttons.size() < MenuSet.MAX_BUTTONS, number <= 1,
					number == conditional, at(place));
		}

		private List<Entry> entries(String place, String title, List<MenuButton> buttons) {
			List<Entry> entries = new ArrayList<>();
			for (int i = 0; i < buttons.size(); i++) {
				MenuButton button = buttons.get(i);
				String here = place + i;
				String named = title.formatted(i + 1);
				boolean isSubmenu = button.kind() == ButtonKind.SUBMENU;
				String whole = button.kind() + ":" + button.value();
				boolean isListed = this.listed.contains(whole);
				List<Entry> under = isSubmenu ? entries(here + ".e", named + "第 %d 项", button.entries()) : List.of();
				entries.add(new Entry(here, named, button, isListed ? whole : button.kind().name(),
						isListed || isSubmenu ? "" : asked(button.kind()), under, under.size() < MenuSet.MAX_ENTRIES,
						i == 0, i == buttons.size() - 1, at(here)));
			}
			return entries;
		}

		private static String asked(ButtonKind kind) {
			if (kind == ButtonKind.MINIPROGRAM) {
				return "备用网页";
			}
			return switch (kind.value()) {
				case KEY -> "键值";
				case URL -> "网址";
				case MEDIA -> "素材编号";
				case ARTICLE -> "文章编号";
				case NONE -> "";
			};
		}

		private List<String> at(String place) {
			return this.faults.getOrDefault(place, List.of());
		}

	}

}
