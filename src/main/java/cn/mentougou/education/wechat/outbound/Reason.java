package cn.mentougou.education.wechat.outbound;

/**
 * Why a message was not sent, or not surely: a word of ours or the platform's code, as it
 * stands in the ledger, and what it tells the staff.
 */
final class Reason {

	/** The window was closed when its turn came. */
	static final String WINDOW = "WINDOW";

	/** What the person did opens no window at all. */
	static final String NO_WINDOW = "NO_WINDOW";

	/** As many messages as the window allows were sent. */
	static final String QUOTA = "QUOTA";

	/** Only texts can be sent so far. */
	static final String KIND = "KIND";

	/** The account is not configured any more. */
	static final String ACCOUNT = "ACCOUNT";

	/** The stored text cannot be opened: its key is gone. */
	static final String KEY = "KEY";

	/** The platform was not reached; nothing was sent. */
	static final String UNREACHABLE = "UNREACHABLE";

	/** Our database failed before anything was sent. */
	static final String DATABASE = "DATABASE";

	/** No answer in time after the message was handed over. */
	static final String TIMEOUT = "TIMEOUT";

	/** The connection broke, or the answer cannot be read. */
	static final String ANSWER = "ANSWER";

	/** The instance that was sending it stopped. */
	static final String INTERRUPTED = "INTERRUPTED";

	/** The person's data were erased before it was sent. */
	static final String ERASED = "ERASED";

	/** Prefix: there was no access token, and the code why. */
	static final String TOKEN = "TOKEN ";

	/** Prefix: a server in between answered with this HTTP status. */
	static final String HTTP = "HTTP ";

	private Reason() {
	}

	/** What the staff reads. */
	static String sentence(String reason) {
		return switch (reason) {
			case WINDOW -> "轮到发送时，可以回复的时间已经过了。对方再次留言后才能发送。";
			case NO_WINDOW -> "对方的这个操作不允许公众号发送客服消息。";
			case QUOTA -> "这次可以发送的条数已经用完。对方再次留言后才能发送。";
			case KIND -> "目前只能补发文字，这条不是文字。";
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
			case "48001", "48004", "48008" -> "公众号没有发送客服消息的权限，请管理员登录公众平台查看。";
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
