package cn.mentougou.education.newsroom.pushsending;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.newsroom.push.PushLedger;

/**
 * What the job does every few seconds: goes on with every plan that is due. Any number of
 * instances may do it at once: each claims a plan first, and the book decides.
 */
class PushWork {

	private static final Logger logger = LoggerFactory.getLogger(PushWork.class);

	private final PushLedger book;

	private final Sending sending;

	private final ResultAsking asking;

	PushWork(PushLedger book, Sending sending, ResultAsking asking) {
		this.book = book;
		this.sending = sending;
		this.asking = asking;
	}

	void run() {
		for (long id : this.book.claimDue()) {
			try {
				PushLedger.Plan plan = this.book.find(id);
				if (plan.platformId() != null) {
					this.asking.ask(plan);
				}
				else {
					this.sending.goOn(id);
				}
			}
			catch (RuntimeException ex) {
				// One that goes wrong must not keep the others; it is claimed again.
				logger.error("push plan {} not worked on", id, ex);
			}
		}
	}

}
