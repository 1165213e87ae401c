package cn.mentougou.education.wechat.outbound;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.sender.Outcome;
import cn.mentougou.education.wechat.sender.Reason;
import cn.mentougou.education.wechat.sender.WxMpSender;

/** Makes one call, and logs it under the id of whatever led to it. */
class Calls {

	private static final String REQUEST_ID = "requestId";

	/** Half of the order's key: no longer than a key of the platform may be. */
	private static final int KEY_BYTES = 16;

	private static final Logger logger = LoggerFactory.getLogger(Calls.class);

	private final WxMpSender sender;

	private final CallQuotas quotas;

	Calls(WxMpSender sender, CallQuotas quotas) {
		this.sender = sender;
		this.quotas = quotas;
	}

	/** Whatever happens, there is an outcome. */
	Outcome call(Sending sending) {
		SendMapper.Row row = sending.head();
		MDC.put(REQUEST_ID, row.correlationId());
		try {
			Outcome outcome = this.sender.send(row.appId(), sending.openId(), sending.message(),
					HexFormat.of().formatHex(row.messageKey(), 0, KEY_BYTES));
			log(row, outcome);
			if (Bookkeeping.isOfTheDay(outcome)) {
				this.quotas.exhausted(row.appId(), row.channel().api());
			}
			return outcome;
		}
		catch (RuntimeException ex) {
			logger.error("outbound {} of {}: nobody knows", row.id(), row.appId(), ex);
			return new Outcome.Unknown(Reason.ANSWER, "");
		}
		finally {
			MDC.remove(REQUEST_ID);
		}
	}

	private static void log(SendMapper.Row row, Outcome outcome) {
		if (outcome instanceof Outcome.Sent) {
			logger.info("outbound {} of {} SENT", row.id(), row.appId());
		}
		else {
			logger.warn("outbound {} of {} {}", row.id(), row.appId(), words(outcome));
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

}
