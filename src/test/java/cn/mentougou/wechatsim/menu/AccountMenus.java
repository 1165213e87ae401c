package cn.mentougou.wechatsim.menu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.MenuButton;

/**
 * The menus of one account: the default one, made by the interface or in the console, and
 * the conditional ones, the oldest first.
 */
record AccountMenus(String appId, long menuId, List<MenuButton> buttons, boolean byInterface,
		List<ConditionalMenu> conditional) {

	private static final int OUTSIDE_DOMAINS = 3;

	/** Addresses that are the platform's own count for nothing. */
	private static final String INSIDE = "weixin.qq.com";

	boolean hasMenu() {
		return !buttons.isEmpty();
	}

	AccountMenus withDefault(long id, List<MenuButton> others) {
		return new AccountMenus(appId, id, others, true, conditional).checked();
	}

	AccountMenus with(ConditionalMenu one) {
		List<ConditionalMenu> all = new ArrayList<>(conditional);
		all.add(one);
		return new AccountMenus(appId, menuId, buttons, byInterface, all).checked();
	}

	AccountMenus without(long conditionalId) {
		return new AccountMenus(appId, menuId, buttons, byInterface,
				conditional.stream().filter((each) -> each.menuId() != conditionalId).toList());
	}

	/** The newest conditional menu that matches, or else the default one. */
	ShownMenu of(Follower follower) {
		return conditional.stream()
			.filter((each) -> each.rule().matches(follower))
			.reduce((older, newer) -> newer)
			.map((each) -> new ShownMenu(each.menuId(), each.buttons()))
			.orElseGet(() -> new ShownMenu(menuId, buttons));
	}

	private AccountMenus checked() {
		Set<String> domains = new HashSet<>();
		Stream.concat(buttons.stream(), conditional.stream().flatMap((each) -> each.buttons().stream()))
			.flatMap((button) -> Stream.concat(Stream.of(button), button.sub().stream()))
			.map((button) -> MenuReader.host(String.valueOf(button.url())))
			.filter((host) -> !host.isEmpty() && !host.endsWith(INSIDE))
			.forEach(domains::add);
		if (domains.size() > OUTSIDE_DOMAINS) {
			throw MenuCode.TOO_MANY_DOMAINS.error();
		}
		return this;
	}

}
