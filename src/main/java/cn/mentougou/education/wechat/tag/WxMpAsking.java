package cn.mentougou.education.wechat.tag;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;

/** Asks the platform once and tells apart what it answered. */
public final class WxMpAsking {

	private static final String QUOTA_SPENT = "45009";

	private WxMpAsking() {
	}

	/** Asks; the question must be one that may be asked again. */
	public static <T> Asked<T> ask(WxMpCalls.Call<T> question) {
		Called<T> called = WxMpCalls.make(question);
		if (called instanceof Called.Answered<T> answered) {
			return new Asked.Answered<>(answered.value());
		}
		if (called instanceof Called.Refused<T> refused) {
			return new Asked.Refused<>(refused.code());
		}
		if (called instanceof Called.Forbidden<T> forbidden) {
			throw forbidden.refusal();
		}
		if (called instanceof Called.NotSent<T> notSent) {
			return new Asked.Later<>(word(notSent.reason()), notSent.reason().equals(QUOTA_SPENT));
		}
		Called.Unknown<T> unknown = (Called.Unknown<T>) called;
		if (unknown.thrown() instanceof IllegalArgumentException || unknown.thrown() instanceof IllegalStateException) {
			// Of ours: no such account, or a call inside a transaction.
			throw unknown.thrown();
		}
		return new Asked.Later<>(word(unknown.reason()), false);
	}

	/** As it stands in the tables. */
	private static String word(String reason) {
		return switch (reason) {
			case WxMpCalls.TIMEOUT, WxMpCalls.CONNECTION -> WxMpCalls.UNREACHABLE;
			default -> reason.startsWith(WxMpCalls.HTTP) ? WxMpCalls.UNREACHABLE : reason.replace(" ", "");
		};
	}

}
