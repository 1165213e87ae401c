package cn.mentougou.education.newsroom.articledesk;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One preview in the list of an item.
 *
 * @param time when
 * @param account through which account
 * @param name to whom
 * @param version which version of the item
 * @param state how it stands
 * @param hint what to do about it; may be empty
 */
record PreviewLine(String time, String account, String name, int version, String state, String hint) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final String NOT_FOLLOWING = "这个人已经不再关注公众号，请重新关注后再登记";

	private static final String USED_UP = "今天的次数用完了，请明天再发";

	static PreviewLine of(PreviewMapper.Row row, String account, String name) {
		return new PreviewLine(TIME.format(row.createdAt()), account, name, row.version(), row.state().title(),
				hint(row));
	}

	private static String hint(PreviewMapper.Row row) {
		return switch (row.state()) {
			case SENT -> "";
			case SENDING, UNKNOWN -> "请问问本人是否收到；没有收到可以再发，不会影响正式推送";
			case REFUSED -> switch (row.reason()) {
				case "40003", "43004" -> NOT_FOLLOWING;
				case "45028" -> USED_UP;
				case "48001" -> "这个公众号没有群发接口的权限";
				default -> "微信的代码是 " + row.reason() + "，请告诉系统管理员";
			};
			case NOT_SENT -> switch (row.reason()) {
				case "UNFOLLOWED" -> NOT_FOLLOWING;
				case "45009" -> USED_UP;
				default -> "微信暂时连不上，请稍后再发";
			};
		};
	}

}
