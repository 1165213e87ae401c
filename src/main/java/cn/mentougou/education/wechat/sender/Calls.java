package cn.mentougou.education.wechat.sender;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.quota.CallQuotas;

/** Makes one call, and logs it under the id of whatever led to it. */
public class Calls {

	private static final String REQUEST_ID = "requestId";

	private static final String DAY_IS_USED_UP = "45009";

	private static final Logger logger = LoggerFactory.getLogger(Calls.class);

	private final WxMpSender sender;

	private final CallQuotas quotas;

	Calls(WxMpSender sender, CallQuotas quotas) {
		this.sender = sender;
		this.quotas = quotas;
	}

	/** Whatever happens, there is an outcome. */
	public Outcome call(Call call) {
		MDC.put(REQUEST_ID, call.correlationId());
		try {
			Outcome outcome = this.sender.send(call.appId(), call.openId(), call.message(), call.key());
			log(call, outcome);
			if (outcome instanceof Outcome.NotSent notSent && notSent.reason().equals(DAY_IS_USED_UP)) {
				this.quotas.exhausted(call.appId(), call.message().channel().api());
			}
			return outcome;
		}
		catch (RuntimeException ex) {
			logger.error("outbound {} of {}: nobody knows", call.number(), call.appId(), ex);
			return new Outcome.Unknown(Reason.ANSWER, "");
		}
		finally {
			MDC.remove(REQUEST_ID);
		}
	}

	private static void log(Call call, Outcome outcome) {
		if (outcome instanceof Outcome.Sent) {
			logger.info("outbound {} of {} SENT", call.number(), call.appId());
		}
		else {
			logger.warn("outbound {} of {} {}", call.number(), call.appId(), words(outcome));
		}
	}

	private static @Nullable String words(Outcome outcome) {
		if (outcome instanceof Outcome.Refused refused) {
			return "REFUSED " + refused.reason() + " " + refused.rid();
		}
		if (outcome instanceof Outcome.Unknown unknown) {
			return "UNKNOWN " + unknown.reason() + " " + unknown.rid();
		}
		return (outcome instanceof Outcome.NotSent notSent) ? "not sent " + notSent.reason() : outcome.toString();
	}

	/**
	 * One call.
	 *
	 * @param number the order's number in the ledger, for the log
	 * @param appId the account
	 * @param openId the person
	 * @param message what goes
	 * @param key the {@code client_msg_id} of a keyed channel
	 * @param correlationId the id under which it is logged
	 */
	public record Call(long number, String appId, String openId, OutboundMessage message, String key,
			String correlationId) {

		/** Keeps the person and the content out of every log. */
		@Override
		public String toString() {
			return this.appId + " " + this.number;
		}

	}

}
