package cn.mentougou.education.wechat.webhook;

import org.springframework.context.event.EventListener;

import cn.mentougou.education.shared.DatabaseReady;

/**
 * Whether messages go to the database or to the spool. It closes at the first failure, so
 * that only one message pays for finding out, and opens when the database answers again.
 */
class DatabaseGate {

	private volatile boolean isReady;

	private volatile boolean isOpen;

	/** Whether the database took the last message that was given to it. */
	boolean isOpen() {
		return this.isOpen;
	}

	void close() {
		this.isOpen = false;
	}

	/** Opens, if the database has ever had its tables. */
	boolean open() {
		this.isOpen = this.isReady;
		return this.isOpen;
	}

	@EventListener
	void arrived(DatabaseReady event) {
		this.isReady = true;
		this.isOpen = true;
	}

}
