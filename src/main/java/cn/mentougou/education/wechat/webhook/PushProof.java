package cn.mentougou.education.wechat.webhook;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.envelope.Envelope;
import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.education.wechat.envelope.RejectedPush;

/**
 * Proves that a push comes from the platform, is fresh and is meant for the account. The
 * causes of refusals are counted here and seen by nobody outside.
 */
class PushProof {

	private final Envelopes envelopes;

	private final Duration timeTolerance;

	private final Clock clock;

	private final MeterRegistry meters;

	PushProof(Envelopes envelopes, Duration timeTolerance, Clock clock, MeterRegistry meters) {
		this.envelopes = envelopes;
		this.timeTolerance = timeTolerance;
		this.clock = clock;
		this.meters = meters;
	}

	/**
	 * Proves a query without a body.
	 * @throws RejectedPush if it was not signed for this account
	 */
	void prove(WeChatAccount account, PushQuery query) {
		try {
			this.envelopes.of(account).signedWith(query);
		}
		catch (RejectedPush ex) {
			throw counted(ex);
		}
	}

	/**
	 * Proves a query and its body and opens it.
	 * @throws RejectedPush if it does not come from the platform for this account
	 */
	Envelope.Opened opened(WeChatAccount account, PushQuery query, byte[] body) {
		try {
			Envelope envelope = this.envelopes.of(account);
			String token = envelope.signedWith(query);
			Envelope.checkTime(query, this.clock.instant(), this.timeTolerance);
			return account.mode().isSealed() ? envelope.open(query, token, body) : new Envelope.Opened(body, null);
		}
		catch (RejectedPush ex) {
			throw counted(ex);
		}
	}

	/** A rejection for a cause found later. */
	RejectedPush rejected(RejectedPush.Cause cause) {
		return counted(new RejectedPush(cause));
	}

	private RejectedPush counted(RejectedPush ex) {
		this.meters.counter("wx.webhook.rejected", "cause", ex.reason().name()).increment();
		return ex;
	}

}
