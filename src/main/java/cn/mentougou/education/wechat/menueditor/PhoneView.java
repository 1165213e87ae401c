package cn.mentougou.education.wechat.menueditor;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuSet;

/**
 * A menu as a phone shows it: names are cut where the phone cuts them.
 *
 * @param account the account's kind in words
 * @param audience who sees it
 * @param buttons the bar
 */
record PhoneView(String account, String audience, List<Tab> buttons) {

	/**
	 * Of the page inside the preview's frame: it may be framed by our own pages alone,
	 * and runs, sends and loads nothing.
	 */
	private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'self'";

	/** The page inside the frame. */
	static String page(WeChatAccount account, MenuSet set, MenuWords words, HttpServletResponse response, Model model) {
		response.setHeader("Content-Security-Policy", POLICY);
		List<PhoneView> phones = new ArrayList<>();
		phones.add(of(account, "所有人", set.buttons(), words));
		set.conditional().forEach((one) -> phones.add(of(account, one.audience().words(), one.buttons(), words)));
		model.addAttribute("phones", phones);
		return "menueditor/phone";
	}

	private static PhoneView of(WeChatAccount account, String audience, List<MenuButton> buttons, MenuWords words) {
		return new PhoneView(account.kind().label(), audience,
				buttons.stream().map((button) -> tab(account, button, 8, words)).toList());
	}

	private static Tab tab(WeChatAccount account, MenuButton button, int width, MenuWords words) {
		return new Tab(cut(button.name(), width), button.kind() == ButtonKind.SUBMENU, words.leads(account, button),
				button.entries().stream().map((entry) -> tab(account, entry, 16, words)).toList());
	}

	/** Four wide characters in the bar, eight above it; then an ellipsis. */
	static String cut(String name, int width) {
		int used = 0;
		for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
			used += (name.codePointAt(at) < 0x2E80) ? 1 : 2;
			if (used > width) {
				return name.substring(0, at) + "…";
			}
		}
		return name;
	}

	/** One entry. */
	record Tab(String name, boolean isSubmenu, String leads, List<Tab> entries) {
	}

}
