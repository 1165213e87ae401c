package cn.mentougou.education.wechat.tag;

import java.io.IOException;

import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.dao.DataAccessException;

import cn.mentougou.education.wechat.token.TokenUnavailable;

/** Asks the platform once and tells apart what it answered. */
public final class WxMpAsking {

	private WxMpAsking() {
	}

	/** Asks; the question must be one that may be asked again. */
	public static <T> Asked<T> ask(Question<T> question) {
		try {
			return new Asked.Answered<>(question.ask());
		}
		catch (TokenUnavailable ex) {
			return new Asked.Later<>("TOKEN" + ex.code(), false);
		}
		catch (DataAccessException ex) {
			// Only the way to the token asks the database.
			return new Asked.Later<>("DATABASE", false);
		}
		catch (WxErrorException ex) {
			return refused(ex);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			// Of ours: no such account, or a call inside a transaction.
			throw ex;
		}
		catch (RuntimeException ex) {
			if (ex.getClass().getName().startsWith("cn.mentougou.")) {
				throw ex;
			}
			// The SDK throws whatever its JSON reader throws.
			return new Asked.Later<>("ANSWER", false);
		}
	}

	private static <T> Asked<T> refused(WxErrorException ex) {
		if (ex.getCause() instanceof IOException) {
			return new Asked.Later<>("UNREACHABLE", false);
		}
		int code = ex.getError().getErrorCode();
		return switch (code) {
			case 45009 -> new Asked.Later<>("45009", true);
			// Busy, too fast, our token, or the SDK's own about an answer.
			case -1, -99, 45011, 40001, 40014, 42001 -> new Asked.Later<>(String.valueOf(code), false);
			default -> new Asked.Refused<>(code);
		};
	}

	/** A question to the platform. */
	public interface Question<T> {

		/** Asks it by the SDK. */
		T ask() throws WxErrorException;

	}

}
