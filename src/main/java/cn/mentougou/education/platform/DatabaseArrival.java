package cn.mentougou.education.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.locks.LockSupport;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.DatabaseReady;

/**
 * Migrates the database at the start, or as soon as it can be reached: the webhook takes
 * messages without it. A migration that is wrong still refuses the start.
 */
@Component
class DatabaseArrival implements FlywayMigrationStrategy, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseArrival.class);

	private static final long RETRY_NANOS = 2_000_000_000L;

	private final ApplicationEventPublisher events;

	private volatile @Nullable Flyway waiting;

	private volatile boolean isRunning;

	DatabaseArrival(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void migrate(Flyway flyway) {
		try {
			flyway.migrate();
		}
		catch (FlywayException ex) {
			if (!isUnreachable(ex)) {
				throw ex;
			}
			logger.error("数据库暂时连不上。程序照常启动，消息先存到本机，连上以后再补办。请检查 spring.datasource.*。");
			this.waiting = flyway;
		}
	}

	@Override
	public void start() {
		this.isRunning = true;
		Flyway flyway = this.waiting;
		if (flyway == null) {
			this.events.publishEvent(new DatabaseReady());
			return;
		}
		Thread thread = new Thread(() -> retry(flyway), "database-arrival");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void stop() {
		this.isRunning = false;
	}

	@Override
	public boolean isRunning() {
		return this.isRunning;
	}

	/**
	 * Before the web server takes the first message, which need not wait in the spool.
	 */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	private void retry(Flyway flyway) {
		while (this.isRunning) {
			LockSupport.parkNanos(RETRY_NANOS);
			try {
				flyway.migrate();
				this.events.publishEvent(new DatabaseReady());
				return;
			}
			catch (FlywayException ex) {
				if (!isUnreachable(ex)) {
					logger.error("数据库迁移失败，消息仍存在本机：{}", ex.getClass().getSimpleName(), ex);
				}
			}
		}
	}

	/**
	 * Whether no connection could be had: SQL state 08, or none because of a time-out.
	 */
	private static boolean isUnreachable(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				String state = sql.getSQLState();
				if (sql instanceof SQLTransientConnectionException || state != null && state.startsWith("08")) {
					return true;
				}
			}
		}
		return false;
	}

}
