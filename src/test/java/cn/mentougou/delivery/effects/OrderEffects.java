package cn.mentougou.delivery.effects;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.sender.OutboundMessage;

/**
 * Put beside the jar: orders what a test writes into a table, a text and a template
 * message for each row, in the transaction that deletes the row.
 */
@Configuration(proxyBeanMethods = false)
public class OrderEffects {

	/** The table of what is to be ordered; whoever starts the process makes it. */
	public static final String TABLE = "CREATE TABLE IF NOT EXISTS effect_order (number BIGINT PRIMARY KEY,"
			+ " app_id VARCHAR(64) NOT NULL, open_id VARCHAR(64) NOT NULL, template VARCHAR(64) NOT NULL)";

	@Bean
	Orders orders(JdbcClient jdbc, Outbound outbound, PlatformTransactionManager transactions, Clock clock) {
		return new Orders(jdbc, outbound, new TransactionTemplate(transactions), clock);
	}

	/** Looks into the table all the time. */
	static final class Orders implements SmartLifecycle {

		private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

		private final JdbcClient jdbc;

		private final Outbound outbound;

		private final TransactionTemplate transaction;

		private final Clock clock;

		private volatile boolean isRunning;

		private Orders(JdbcClient jdbc, Outbound outbound, TransactionTemplate transaction, Clock clock) {
			this.jdbc = jdbc;
			this.outbound = outbound;
			this.transaction = transaction;
			this.clock = clock;
		}

		private void order() {
			try {
				this.transaction.executeWithoutResult((status) -> {
					List<Row> rows = this.jdbc.sql("""
							SELECT number, app_id, open_id, template
							FROM effect_order
							ORDER BY number
							LIMIT 10
							FOR UPDATE SKIP LOCKED
							""").query(Row.class).list();
					rows.forEach(this::order);
				});
			}
			catch (RuntimeException ex) {
				System.out.println("ordering failed: " + ex);
			}
		}

		private void order(Row row) {
			String purpose = "kill-" + row.number();
			OutboundMessage card = new OutboundMessage.Template(row.template(), null, null,
					Map.of("character_string1", "T-" + row.number(), "phrase2", "已通过", "thing3", "大峪第一小学"));
			for (OutboundMessage message : List.of(new OutboundMessage.Text("C-" + row.number()), card)) {
				this.outbound.send(new OutboundOrder(purpose + " " + message.channel(), row.appId(), row.openId(),
						message, purpose, this.clock.instant().plus(Duration.ofHours(1))));
			}
			this.jdbc.sql("DELETE FROM effect_order WHERE number = ?").param(row.number()).update();
		}

		@Override
		public void start() {
			this.isRunning = true;
			this.timer.scheduleWithFixedDelay(this::order, 100, 100, TimeUnit.MILLISECONDS);
		}

		@Override
		public void stop() {
			this.isRunning = false;
			this.timer.shutdownNow();
		}

		@Override
		public boolean isRunning() {
			return this.isRunning;
		}

	}

	/** What is to be ordered. */
	record Row(long number, String appId, String openId, String template) {
	}

}
