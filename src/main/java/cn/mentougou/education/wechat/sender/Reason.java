package cn.mentougou.education.wechat.sender;

import cn.mentougou.education.wechat.call.WxMpCalls;

/**
 * Why a message was not sent, or not surely: a word of ours or the platform's code, as it
 * stands in the ledger, and what it tells the staff.
 */
public final class Reason {

	/** The window was closed when its turn came. */
	public static final String WINDOW = "WINDOW";

	/** What the person did opens no window at all. */
	public static final String NO_WINDOW = "NO_WINDOW";

	/** As many messages as the window allows were sent. */
	public static final String QUOTA = "QUOTA";

	/** It cannot be sent as a message of ours. */
	public static final String KIND = "KIND";

	/** The account may not make such calls; nothing was asked of the platform. */
	public static final String CAPABILITY = "CAPABILITY";

	/** The calls that the platform allows in a day are used up; it waits for the next. */
	public static final String DAY = "DAY";

	/** The time until which it was worth sending is over. */
	public static final String LATE = "LATE";

	/** The person has given no consent that is left. */
	public static final String CONSENT = "CONSENT";

	/** The platform is not asked at present, because it does not answer. */
	public static final String BREAKER = WxMpCalls.BREAKER;

	/** The account is not configured any more. */
	public static final String ACCOUNT = "ACCOUNT";

	/** The stored text cannot be opened: its key is gone. */
	public static final String KEY = "KEY";

	/** The platform was not reached; nothing was sent. */
	public static final String UNREACHABLE = WxMpCalls.UNREACHABLE;

	/** Our database failed before anything was sent. */
	public static final String DATABASE = WxMpCalls.DATABASE;

	/** No answer in time after the message was handed over. */
	public static final String TIMEOUT = WxMpCalls.TIMEOUT;

	/** The connection broke, or the answer cannot be read. */
	public static final String ANSWER = WxMpCalls.ANSWER;

	/** The instance that was sending it stopped. */
	public static final String INTERRUPTED = "INTERRUPTED";

	/** The person's data were erased before it was sent. */
	public static final String ERASED = "ERASED";

	/** Prefix: there was no access token, and the code why. */
	public static final String TOKEN = WxMpCalls.TOKEN;

	/** Prefix: a server in between answered with this HTTP status. */
	public static final String HTTP = WxMpCalls.HTTP;

	private Reason() {
	}

	/** What the staff reads. */
	public static String sentence(String reason) {
		return switch (reason) {
			case WINDOW -> "轮到发送时，可以回复的时间已经过了。对方再次留言后才能发送。";
			case NO_WINDOW -> "对方的这个操作不允许公众号发送客服消息。";
			case QUOTA -> "这次可以发送的条数已经用完。对方再次留言后才能发送。";
			case KIND -> "这种内容不能作为客服消息发送。";
			case CAPABILITY -> "这个公众号没有使用这个接口的权限，没有发送。请看“账号与权限”。";
			case DAY, "45009" -> "今天可以调用的次数已经用完，零点以后自动再发。";
			case LATE -> "过了发送的期限，没有发送。";
			case CONSENT -> "对方没有订阅这种通知，或订阅的次数已经用完。";
			case BREAKER -> "微信平台暂时没有响应，恢复后自动再发。";
			case ACCOUNT -> "这个公众号已不在配置里。";
			case KEY -> "存下的内容打不开，它的密钥已不在配置里。";
			case UNREACHABLE -> "连不上微信平台，消息没有发出。";
			case ERASED -> "应本人要求删除了个人信息，这条消息没有发出。";
			case DATABASE -> "数据库出错，消息没有发出。";
			case TIMEOUT, ANSWER, INTERRUPTED, "-1" -> "消息可能已经送达，也可能没有；没有自动重发，请人工确认。";
			case "40003" -> "对方没有关注这个公众号。";
			case "43004", "45015" -> "对方已取消关注，或可以回复的时间已经过了。";
			case "43019" -> "对方在公众号的黑名单里。";
			case "45002" -> "内容太长，微信平台没有接受。";
			case "45047" -> "微信平台说这次可以发送的条数已经用完。对方再次留言后才能发送。";
			case "48002" -> "对方设置了拒收公众号的消息。";
			case "43101" -> "对方拒收这种订阅通知，或订阅的次数已经用完。";
			case "40037" -> "公众号里没有这个模板，请管理员核对模板。";
			case "47003" -> "模板的某一项内容不合要求，请核对字数和格式。";
			case "48001", "48004", "48008" -> "公众号没有发送这种消息的权限，请管理员登录公众平台查看。";
			default -> other(reason);
		};
	}

	private static String other(String reason) {
		if (reason.startsWith(TOKEN)) {
			return "公众号取不到 access_token（" + reason.substring(TOKEN.length()) + "），消息没有发出。请看系统日志。";
		}
		if (reason.startsWith(HTTP)) {
			return "网络中间的服务器出错（" + reason + "），消息可能已经送达，也可能没有；没有自动重发，请人工确认。";
		}
		return "微信平台没有接受（" + reason + "）。";
	}

}
