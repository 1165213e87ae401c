package cn.mentougou.education.wechat.webhook;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;

import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.UnreadableMessage;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.spool.Spool;
import cn.mentougou.education.wechat.spool.SpooledPush;

/**
 * Watches for the database while the gate is closed, and then gives it what waits in the
 * spool, oldest first.
 */
class SpoolReplay implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SpoolReplay.class);

	private final Spool spool;

	private final Inbox inbox;

	private final Deliveries deliveries;

	private final Unreadables unreadables;

	private final DatabaseGate gate;

	private volatile boolean isRunning;

	SpoolReplay(Spool spool, Inbox inbox, Deliveries deliveries, Unreadables unreadables, DatabaseGate gate) {
		this.spool = spool;
		this.inbox = inbox;
		this.deliveries = deliveries;
		this.unreadables = unreadables;
		this.gate = gate;
	}

	private void watch() {
		while (this.isRunning) {
			try {
				TimeUnit.MILLISECONDS.sleep(500);
				if ((!this.gate.isOpen() || !this.spool.isEmpty()) && this.inbox.isReachable() && this.gate.open()) {
					this.spool.replay(this::replay);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException | Error ex) {
				logger.warn("spool: the replay goes on later: {}", ex.getClass().getSimpleName());
			}
		}
	}

	private void replay(SpooledPush spooled) {
		MDC.put("requestId", spooled.correlationId());
		try {
			Push push = Pushes.of(this.inbox, spooled);
			this.deliveries.replay(push);
		}
		catch (UnreadableMessage ex) {
			this.unreadables.keep(spooled, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			if (!this.inbox.isReachable()) {
				this.gate.close();
				throw ex;
			}
			logger.error("spool: {} cannot be done: {}", spooled, ex.getClass().getSimpleName());
			this.unreadables.keep(spooled, ex.getClass().getSimpleName());
		}
		finally {
			MDC.remove("requestId");
		}
	}

	@Override
	public void start() {
		this.isRunning = true;
		new Thread(this::watch, "spool-replay").start();
	}

	@Override
	public void stop() {
		this.isRunning = false;
	}

	@Override
	public boolean isRunning() {
		return this.isRunning;
	}

}
