package cn.mentougou.education.demo;

import java.util.List;

/**
 * The menus of the two demonstration accounts: at most three entries of four characters,
 * each with a key or with entries of its own.
 */
public final class DemoMenus {

	/** The subscription account's (订阅号). */
	public static final List<Entry> SUBSCRIPTION = List.of(
			Entry.of("教育新闻", Entry.of("今日新闻", "NEWS_TODAY"), Entry.of("本区新闻", "NEWS_DISTRICT"),
					Entry.of("北京与全国", "NEWS_BEYOND")),
			Entry.of("信息公开", Entry.of("公开指南", "DISCLOSURE_GUIDE"), Entry.of("公开目录", "DISCLOSURE_CATALOGUE"),
					Entry.of("依申请公开", "DISCLOSURE_REQUEST")),
			Entry.of("找服务号", "FIND_SERVICE"));

	/** The service account's (服务号). */
	public static final List<Entry> SERVICE = List.of(
			Entry.of("我的班级", Entry.of("进入班级", "CLASS_MINE"), Entry.of("绑定孩子", "CLASS_BIND")),
			Entry.of("信息公开", Entry.of("公开指南", "DISCLOSURE_GUIDE"), Entry.of("公开目录", "DISCLOSURE_CATALOGUE"),
					Entry.of("依申请公开", "DISCLOSURE_REQUEST")),
			Entry.of("咨询", Entry.of("我要咨询", "ENQUIRY_ASK"), Entry.of("招生入学", "ENQUIRY_ADMISSION"),
					Entry.of("投诉建议", "ENQUIRY_COMPLAINT"), Entry.of("电话地址", "ENQUIRY_CONTACT")));

	private DemoMenus() {
	}

	/** One entry; {@code key} is empty when it only opens its entries. */
	public record Entry(String name, String key, List<Entry> entries) {

		static Entry of(String name, String key) {
			return new Entry(name, key, List.of());
		}

		static Entry of(String name, Entry... entries) {
			return new Entry(name, "", List.of(entries));
		}

	}

}
