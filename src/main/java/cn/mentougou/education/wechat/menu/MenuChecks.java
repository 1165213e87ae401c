package cn.mentougou.education.wechat.menu;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.mentougou.education.wechat.account.WeChatAccount;

/** Knows what entries can lead to now, and judges a menu by it. */
public class MenuChecks {

	private final Supplier<Stream<MenuTargets>> offers;

	private final Set<String> domains;

	MenuChecks(Supplier<Stream<MenuTargets>> offers, Collection<String> domains) {
		this.offers = offers;
		this.domains = domains.stream()
			.map((domain) -> domain.strip().toLowerCase(Locale.ROOT))
			.filter((domain) -> !domain.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** What entries of this account's menus can lead to; of the same thing the first. */
	public List<MenuTargets.Target> targets(WeChatAccount account) {
		Map<String, MenuTargets.Target> targets = new LinkedHashMap<>();
		this.offers.get()
			.flatMap((offer) -> offer.of(account).stream())
			.forEach((target) -> targets.putIfAbsent(target.kind() + " " + target.value(), target));
		return new ArrayList<>(targets.values());
	}

	/** What is wrong with this menu, and what is worth knowing. */
	public List<MenuFault> faults(WeChatAccount account, MenuSet set) {
		List<MenuTargets.Target> targets = targets(account);
		return MenuRules.faults(set,
				new MenuRules.Known(values(targets, ButtonKind.CLICK), values(targets, ButtonKind.VIEW), this.domains));
	}

	/** Whether it may be saved and published: it has at most warnings. */
	public boolean isSound(WeChatAccount account, MenuSet set) {
		return faults(account, set).stream().allMatch(MenuFault::isWarning);
	}

	/** The domains that the operator allows, for the sentence that names them. */
	public Set<String> domains() {
		return this.domains;
	}

	private static Set<String> values(List<MenuTargets.Target> targets, ButtonKind kind) {
		return targets.stream()
			.filter((target) -> target.kind() == kind)
			.map(MenuTargets.Target::value)
			.collect(Collectors.toUnmodifiableSet());
	}

}
