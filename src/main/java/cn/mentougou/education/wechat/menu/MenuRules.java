package cn.mentougou.education.wechat.menu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the platform and the house demand of a menu as a whole: at most three entries with
 * at most five under each, a default menu beside every conditional one, at most three
 * domains of others (65316).
 */
final class MenuRules {

	/** Different domains of others in all menus of an account. */
	static final int MAX_DOMAINS = 3;

	private final Known known;

	private final List<MenuFault> faults = new ArrayList<>();

	private MenuRules(Known known) {
		this.known = known;
	}

	/** Everything that is wrong or worth knowing, in the order of the entries. */
	static List<MenuFault> faults(MenuSet set, Known known) {
		MenuRules rules = new MenuRules(known);
		rules.menu("m0", set.buttons());
		if (set.conditional().size() > MenuSet.MAX_CONDITIONAL) {
			rules.refuse("m0", "menu.too-many-conditional", MenuSet.MAX_CONDITIONAL);
		}
		Set<MenuSet.Audience> seen = new HashSet<>();
		for (int i = 0; i < set.conditional().size(); i++) {
			MenuSet.Conditional conditional = set.conditional().get(i);
			String place = "m" + (i + 1);
			rules.audience(place, conditional.audience());
			if (!seen.add(conditional.audience())) {
				rules.warn(place, "menu.audience-twice");
			}
			rules.menu(place, conditional.buttons());
		}
		rules.domains(set);
		return rules.faults;
	}

	private void audience(String place, MenuSet.Audience audience) {
		if (audience.isEmpty()) {
			refuse(place, "menu.audience-missing");
		}
		if (!audience.tagId().matches("[0-9]{0,10}")) {
			refuse(place, "menu.tag-malformed");
		}
		if (!audience.client().matches("[123]?")) {
			refuse(place, "menu.client-unknown");
		}
	}

	private void menu(String place, List<MenuButton> buttons) {
		if (buttons.isEmpty()) {
			refuse(place, "menu.empty");
		}
		if (buttons.size() > MenuSet.MAX_BUTTONS) {
			refuse(place, "menu.too-many-buttons", MenuSet.MAX_BUTTONS);
		}
		namesTwice(place, buttons);
		for (int i = 0; i < buttons.size(); i++) {
			first(place + ".b" + i, buttons.get(i));
		}
	}

	private void first(String place, MenuButton button) {
		ButtonRules rules = new ButtonRules(place, this.known, this.faults);
		rules.name(button.name(), true);
		if (button.kind() != ButtonKind.SUBMENU) {
			rules.leaf(button);
			return;
		}
		if (button.entries().isEmpty()) {
			refuse(place, "menu.submenu-empty");
		}
		if (button.entries().size() > MenuSet.MAX_ENTRIES) {
			refuse(place, "menu.too-many-entries", MenuSet.MAX_ENTRIES);
		}
		namesTwice(place, button.entries());
		for (int i = 0; i < button.entries().size(); i++) {
			MenuButton entry = button.entries().get(i);
			ButtonRules under = new ButtonRules(place + ".e" + i, this.known, this.faults);
			under.name(entry.name(), false);
			under.leaf(entry);
		}
	}

	private void namesTwice(String place, List<MenuButton> buttons) {
		Set<String> names = new HashSet<>();
		for (MenuButton button : buttons) {
			if (!button.name().isEmpty() && !names.add(button.name())) {
				warn(place, "menu.name-twice", button.name());
			}
		}
	}

	private void domains(MenuSet set) {
		Set<String> foreign = new TreeSet<>();
		for (MenuButton leaf : set.leaves()) {
			if (leaf.kind() == ButtonKind.VIEW) {
				ButtonRules.host(leaf.value()).filter((host) -> !this.known.isOfPlatform(host)).ifPresent(foreign::add);
			}
		}
		if (foreign.size() > MAX_DOMAINS) {
			refuse("m0", "menu.too-many-domains", MAX_DOMAINS, String.join("、", foreign));
		}
	}

	private void refuse(String place, String code, Object... arguments) {
		this.faults.add(new MenuFault(place, code, List.of(arguments), false));
	}

	private void warn(String place, String code, Object... arguments) {
		this.faults.add(new MenuFault(place, code, List.of(arguments), true));
	}

	/**
	 * What the rules have to know of the world.
	 *
	 * @param keys the click keys that are answered
	 * @param pages the whole addresses that features offer
	 * @param domains the domains whose pages may be opened, with all below them
	 */
	record Known(Set<String> keys, Set<String> pages, Set<String> domains) {

		/** Articles and the platform's own pages. */
		private static final String PLATFORM = "mp.weixin.qq.com";

		boolean isOfPlatform(String host) {
			return host.equals(PLATFORM);
		}

		boolean mayOpen(String url, String host) {
			return this.pages.contains(url) || isOfPlatform(host)
					|| this.domains.stream().anyMatch((domain) -> host.equals(domain) || host.endsWith("." + domain));
		}

	}

}
