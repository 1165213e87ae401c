package cn.mentougou.education.wechat.replywindow;

import java.time.Instant;
import java.util.List;

/**
 * Knows which customer-service messages went out, or may have. Implemented by the ledger
 * of what was sent, so that there is one account of it and not two.
 */
public interface Spendings {

	/** The messages to these people from then on. */
	List<Spending> since(List<byte[]> people, Instant from);

	/**
	 * One message to a person.
	 *
	 * @param person who
	 * @param from when its call began
	 * @param until when its call had ended at the latest
	 */
	record Spending(byte[] person, Instant from, Instant until) {
	}

}
