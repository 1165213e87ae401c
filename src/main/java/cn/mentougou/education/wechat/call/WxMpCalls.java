package cn.mentougou.education.wechat.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.client.HttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.breaker.BreakerOpen;
import cn.mentougou.education.wechat.breaker.NothingSent;
import cn.mentougou.education.wechat.call.Called.NotSent;
import cn.mentougou.education.wechat.call.Called.Refused;
import cn.mentougou.education.wechat.call.Called.Unknown;
import cn.mentougou.education.wechat.token.TokenUnavailable;

/** Makes one call by the SDK. */
public final class WxMpCalls {

	/** Prefix: there was no access token, and the code why. */
	public static final String TOKEN = "TOKEN ";

	/** The circuit breaker is open. */
	public static final String BREAKER = "BREAKER";

	/** Our database failed on the way to the token. */
	public static final String DATABASE = "DATABASE";

	/** No connection came to stand. */
	public static final String UNREACHABLE = "UNREACHABLE";

	/** No answer in time. */
	public static final String TIMEOUT = "TIMEOUT";

	/** The connection broke. */
	public static final String CONNECTION = "CONNECTION";

	/** Prefix: a server in between answered with this HTTP status. */
	public static final String HTTP = "HTTP ";

	/** There was an answer, but none that can be read. */
	public static final String ANSWER = "ANSWER";

	private static final Pattern RID = Pattern.compile("rid: ?([0-9a-zA-Z-]{1,64})");

	private WxMpCalls() {
	}

	/** Makes the call, reading its answer included, and says what became of it. */
	public static <T> Called<T> make(Call<T> call) {
		try {
			return new Called.Answered<>(call.answer());
		}
		catch (TokenUnavailable ex) {
			return new NotSent<>(TOKEN + ex.code(), "", null);
		}
		catch (NothingSent ex) {
			return new NotSent<>(BREAKER, "", (ex instanceof BreakerOpen open) ? open.probeAt() : null);
		}
		catch (DataAccessException ex) {
			// Only the way to the token asks the database.
			return new NotSent<>(DATABASE, "", null);
		}
		catch (Refusal ex) {
			return new Called.Forbidden<>(ex);
		}
		catch (WxErrorException ex) {
			return (ex.getCause() instanceof IOException broken) ? broken(broken) : refused(ex);
		}
		catch (RuntimeException ex) {
			// The SDK throws whatever its JSON reader throws.
			return new Unknown<>(ANSWER, "", ex);
		}
	}

	private static <T> Called<T> broken(IOException ex) {
		if (ex instanceof ConnectException || ex instanceof ConnectTimeoutException
				|| ex instanceof UnknownHostException || ex instanceof NoRouteToHostException
				|| ex instanceof SSLHandshakeException) {
			return new NotSent<>(UNREACHABLE, "", null);
		}
		if (ex instanceof HttpResponseException response) {
			return new Unknown<>(HTTP + response.getStatusCode(), "", null);
		}
		return new Unknown<>((ex instanceof SocketTimeoutException) ? TIMEOUT : CONNECTION, "", null);
	}

	private static <T> Called<T> refused(WxErrorException ex) {
		int code = ex.getError().getErrorCode();
		String rid = rid(ex.getError().getJson());
		return switch (code) {
			case -1 -> new Unknown<>("-1", rid, null);
			// The SDK's own: an empty answer.
			case -99 -> new Unknown<>(ANSWER, rid, null);
			// Our token was refused twice, we are too fast, or the day's calls are used
			// up: nothing was read.
			case 40001, 40014, 42001, 45011, 45009 -> new NotSent<>(String.valueOf(code), rid, null);
			default -> new Refused<>(code, rid);
		};
	}

	private static String rid(@Nullable String json) {
		Matcher rid = RID.matcher((json != null) ? json : "");
		return rid.find() ? rid.group(1) : "";
	}

	/** One call of the SDK and the reading of its answer. */
	@FunctionalInterface
	public interface Call<T> {

		/** Calls. */
		T answer() throws WxErrorException;

	}

}
