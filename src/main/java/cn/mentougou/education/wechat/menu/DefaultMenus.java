package cn.mentougou.education.wechat.menu;

import java.util.List;
import java.util.stream.Stream;

import cn.mentougou.education.wechat.account.AccountKind;

/**
 * The menus that an account begins with. The subscription account leads to the service
 * account for what it cannot do itself: it has neither web authorisation nor QR codes
 * with parameters.
 */
public final class DefaultMenus {

	private static final List<MenuButton> PUBLIC = List.of(click("公开指南", "DISCLOSURE_GUIDE"),
			click("公开目录", "DISCLOSURE_CATALOGUE"), click("依申请公开", "DISCLOSURE_REQUEST"));

	private static final MenuButton DISCLOSURE = MenuButton.submenu("信息公开", PUBLIC);

	/**
	 * The service account's readers find the news here too; it has no room of its own.
	 */
	private static final MenuButton NEWS_AND_DISCLOSURE = MenuButton.submenu("信息公开",
			Stream.concat(Stream.of(click("教育新闻", "NEWS_TODAY")), PUBLIC.stream()).toList());

	private static final MenuSet SUBSCRIPTION = MenuSet.of(List.of(MenuButton.submenu("教育新闻",
			List.of(click("今日新闻", "NEWS_TODAY"), click("本区新闻", "NEWS_DISTRICT"), click("北京与全国", "NEWS_BEYOND"))),
			DISCLOSURE, click("找服务号", "FIND_SERVICE")));

	private static final MenuSet SERVICE = MenuSet
		.of(List.of(MenuButton.submenu("我的班级", List.of(click("进入班级", "CLASS_MINE"), click("绑定孩子", "CLASS_BIND"))),
				NEWS_AND_DISCLOSURE,
				MenuButton.submenu("咨询", List.of(click("我要咨询", "ENQUIRY_ASK"), click("招生入学", "ENQUIRY_ADMISSION"),
						click("投诉建议", "ENQUIRY_COMPLAINT"), click("电话地址", "ENQUIRY_CONTACT")))));

	private DefaultMenus() {
	}

	/** The one for an account of this kind. */
	public static MenuSet of(AccountKind kind) {
		return (kind == AccountKind.SERVICE) ? SERVICE : SUBSCRIPTION;
	}

	private static MenuButton click(String name, String key) {
		return MenuButton.of(name, ButtonKind.CLICK, key);
	}

}
