package cn.mentougou.education.wechat.outbound;

import java.time.Instant;
import java.util.List;

import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.sender.Outcome;

/**
 * One call that is to be made: for one order, or for several texts that go as one.
 *
 * @param rows the orders, in their order; the first one stands for all of them
 * @param openId the person
 * @param message what goes
 */
record Sending(List<SendMapper.Row> rows, String openId, OutboundMessage message) {

	SendMapper.Row head() {
		return this.rows.get(0);
	}

	List<Long> ids() {
		return this.rows.stream().map(SendMapper.Row::id).toList();
	}

	/** Keeps the person and the content out of every log. */
	@Override
	public String toString() {
		return "Sending " + ids();
	}

	/** A call that was made, when it was claimed at the latest, and what came of it. */
	record Ended(Sending sending, Instant claimedAt, Outcome outcome) {
	}

}
