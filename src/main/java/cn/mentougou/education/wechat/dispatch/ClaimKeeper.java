package cn.mentougou.education.wechat.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.inbox.Claim;
import cn.mentougou.education.wechat.inbox.Inbox;

/**
 * Keeps the claims of handlers that are still at work, so that a slow handler is not
 * taken for a dead one. When this instance dies its claims run out within seconds.
 */
class ClaimKeeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ClaimKeeper.class);

	private final Inbox inbox;

	private final Set<Claim> held = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor((work) -> new Thread(work, "claim-keeper"));

	ClaimKeeper(Inbox inbox) {
		this.inbox = inbox;
		this.timer.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.SECONDS);
	}

	void hold(Claim claim) {
		this.held.add(claim);
	}

	void release(Claim claim) {
		this.held.remove(claim);
	}

	private void renew() {
		for (Claim claim : this.held) {
			try {
				if (!this.inbox.renew(claim)) {
					this.held.remove(claim);
				}
			}
			catch (RuntimeException | Error ex) {
				// Anything thrown from here would end the timer for good.
				logger.warn("webhook: claim {} not renewed: {}", claim.key(), ex.getClass().getSimpleName());
			}
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
