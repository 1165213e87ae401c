package cn.mentougou.education.wechat.breaker;

import java.io.IOException;
import java.net.SocketTimeoutException;

import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.client.HttpResponseException;

/** Stands before every call to the platform and learns from what became of it. */
public class WxMpGuard {

	private static final int BUSY = -1;

	private final Breakers breakers;

	private final PlatformErrors errors;

	WxMpGuard(Breakers breakers, PlatformErrors errors) {
		this.breakers = breakers;
		this.errors = errors;
	}

	/**
	 * Makes the call, unless the platform is thought to be down.
	 * @throws BreakerOpen if it is; nothing was sent
	 * @throws WxErrorException what the call itself throws
	 */
	public <T> T call(String appId, Call<T> call) throws WxErrorException {
		Breaker breaker = this.breakers.of(appId);
		breaker.admit();
		Trouble seen = Trouble.UNKNOWN;
		try {
			T answer = call.make();
			seen = Trouble.NONE;
			return answer;
		}
		catch (WxErrorException ex) {
			seen = trouble(ex);
			count(appId, ex, seen);
			throw ex;
		}
		finally {
			breaker.saw(seen);
		}
	}

	private void count(String appId, WxErrorException ex, Trouble seen) {
		String code = (seen.code() != null) ? seen.code() : (ex.getCause() instanceof HttpResponseException response)
				? "HTTP " + response.getStatusCode() : String.valueOf(ex.getError().getErrorCode());
		this.errors.saw(appId, code);
	}

	private static Trouble trouble(WxErrorException ex) {
		if (ex.getCause() instanceof HttpResponseException response) {
			int status = response.getStatusCode();
			return (status >= 500) ? Trouble.of("HTTP " + status) : Trouble.UNKNOWN;
		}
		if (ex.getCause() instanceof IOException broken) {
			return Trouble.of((broken instanceof SocketTimeoutException) ? "TIMEOUT" : "UNREACHABLE");
		}
		int code = ex.getError().getErrorCode();
		if (code == BUSY) {
			return Trouble.of("-1");
		}
		// The SDK's own code for an empty answer says nothing of the platform.
		return (code == -99) ? Trouble.UNKNOWN : Trouble.NONE;
	}

	/**
	 * One call of the SDK.
	 *
	 * @param <T> what it answers
	 */
	@FunctionalInterface
	public interface Call<T> {

		/** Makes it. */
		T make() throws WxErrorException;

	}

}
