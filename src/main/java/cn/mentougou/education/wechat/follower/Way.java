package cn.mentougou.education.wechat.follower;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** How a person came to follow, as the platform says it ({@code subscribe_scene}). */
public final class Way {

	private static final String PREFIX = "ADD_SCENE_";

	private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("SEARCH", "搜索公众号"),
			Map.entry("ACCOUNT_MIGRATION", "公众号迁移"), Map.entry("PROFILE_CARD", "名片分享"), Map.entry("QR_CODE", "扫描二维码"),
			Map.entry("PROFILE_LINK", "图文页内点名称"), Map.entry("PROFILE_ITEM", "图文页右上角菜单"), Map.entry("PAID", "支付后关注"),
			Map.entry("WECHAT_ADVERTISEMENT", "微信广告"), Map.entry("REPRINT", "他人转载"), Map.entry("LIVESTREAM", "直播"),
			Map.entry("CHANNELS", "视频号"), Map.entry("WXA", "小程序"), Map.entry("OTHERS", "其他"));

	private Way() {
	}

	/** What people read; a way that is not known here is shown as it is. */
	public static String title(@Nullable String way) {
		if (way == null || way.isEmpty()) {
			return "尚未查询";
		}
		return TITLES.getOrDefault(way.startsWith(PREFIX) ? way.substring(PREFIX.length()) : way, way);
	}

}
