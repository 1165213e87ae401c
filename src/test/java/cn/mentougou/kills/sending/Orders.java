package cn.mentougou.kills.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushWitness;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.replywindow.ReplyWindows;
import cn.mentougou.education.wechat.sender.OutboundMessage;

/**
 * Orders what a test writes into a table, a text and a template message for each row, in
 * the transaction that deletes the row and opens the person's window; and runs the job
 * that finds what is left over.
 */
public final class Orders implements SmartLifecycle {

	/** The table of what is to be ordered; whoever starts the process makes it. */
	public static final String TABLE = "CREATE TABLE IF NOT EXISTS effect_order (number BIGINT PRIMARY KEY,"
			+ " app_id VARCHAR(64) NOT NULL, open_id VARCHAR(64) NOT NULL, template VARCHAR(64) NOT NULL)";

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final JdbcClient jdbc;

	private final Outbound outbound;

	private final PushWitness witness;

	private final ReplyWindows windows;

	private final Job leftovers;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile boolean isRunning;

	Orders(JdbcClient jdbc, Desks desks, List<Job> jobs, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.outbound = desks.outbound();
		this.witness = desks.witness();
		this.windows = desks.windows();
		this.leftovers = jobs.stream().filter((job) -> job.name().equals("outbound-leftovers")).findAny().orElseThrow();
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	private void run(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			System.out.println("again: " + ex);
		}
	}

	private void order() {
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql("""
				SELECT number, app_id, open_id, template
				FROM effect_order
				ORDER BY number
				LIMIT 10
				FOR UPDATE SKIP LOCKED
				""").query(Row.class).list().forEach(this::order));
	}

	private void order(Row row) {
		saw(row);
		String purpose = "kill-" + row.number();
		OutboundMessage card = new OutboundMessage.Template(row.template(), null, null,
				Map.of("character_string1", "T-" + row.number(), "phrase2", "已通过", "thing3", "大峪第一小学"));
		for (OutboundMessage message : List.of(new OutboundMessage.Text("C-" + row.number()), card)) {
			this.outbound.send(new OutboundOrder(purpose + " " + message.channel(), row.appId(), row.openId(), message,
					purpose, this.clock.instant().plus(Duration.ofHours(1))));
		}
		this.jdbc.sql("DELETE FROM effect_order WHERE number = ?").param(row.number()).update();
	}

	/** What the person wrote is known, and written down at once. */
	private void saw(Row row) {
		InboundMessage.Header header = new InboundMessage.Header(row.appId(), "gh", row.openId(), this.clock.instant(),
				"text", null);
		this.witness.saw(new Push(new MessageKey(new byte[32]), new InboundMessage.Text(header, "您好", null),
				new byte[0], this.clock.instant(), 0, "kill"));
		this.windows.of(row.appId(), row.openId());
	}

	@Override
	public void start() {
		this.isRunning = true;
		this.timer.scheduleWithFixedDelay(() -> run(this::order), 100, 100, TimeUnit.MILLISECONDS);
		this.timer.scheduleWithFixedDelay(() -> run(this.leftovers.work()), 1000, 1000, TimeUnit.MILLISECONDS);
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

	/** What it orders by. */
	record Desks(Outbound outbound, PushWitness witness, ReplyWindows windows) {
	}

	/** What is to be ordered. */
	record Row(long number, String appId, String openId, String template) {
	}

}
