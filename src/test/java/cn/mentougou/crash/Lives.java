package cn.mentougou.crash;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;

/** One life after the other, on the same database. */
final class Lives implements AutoCloseable {

	/** A claim of the former life has run out by then. */
	private static final Duration UNTIL_NEXT = Duration.ofSeconds(4);

	private final Map<String, Object> properties;

	private final MovableClock clock;

	private Current current;

	private boolean isClosed;

	Lives(Map<String, Object> properties, MovableClock clock) {
		this.properties = properties;
		this.clock = clock;
		this.current = begin();
	}

	/** The life that is or, after an end, the next one. */
	synchronized Current now() {
		if (this.current.life.isOver() && !this.isClosed) {
			next();
		}
		return this.current;
	}

	/** Ends the present life in peace and begins the next. */
	synchronized Current next() {
		Current former = this.current;
		this.clock.advance(UNTIL_NEXT);
		new Thread(former.context::close, "end of a life").start();
		this.current = begin();
		return this.current;
	}

	@Override
	public synchronized void close() {
		this.isClosed = true;
		this.current.context.close();
	}

	private Current begin() {
		Life life = new Life();
		Map<String, Object> own = new LinkedHashMap<>(this.properties);
		own.put("spring.datasource.url",
				CrashDriver.url(life, String.valueOf(this.properties.get("spring.datasource.url"))));
		own.put("spring.datasource.driver-class-name", CrashDriver.class.getName());
		own.put("spring.datasource.hikari.minimum-idle", "1");
		own.put("spring.main.banner-mode", "off");
		own.put("spring.main.log-startup-info", "false");
		ConfigurableApplicationContext context = new SpringApplicationBuilder(SmallApplication.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.properties(own)
			.initializers((GenericApplicationContext beans) -> {
				beans.registerBean(Life.class, () -> life);
				beans.registerBean(Clock.class, () -> this.clock);
			})
			.run();
		return new Current(life, context, this.clock);
	}

	/** A life and what it can do. */
	record Current(Life life, ConfigurableApplicationContext context, Clock clock) {

		/** Answers a push; {@code null} is {@code success}. */
		byte[] answer(String appId, byte[] xml) {
			return this.context.getBean(Deliveries.class).answer(push(appId, xml)).reply();
		}

		/** Does a push that waited in the spool. */
		void replay(String appId, byte[] xml) {
			this.context.getBean(Deliveries.class).replay(push(appId, xml));
		}

		/** Orders, in a transaction. */
		void order(OutboundOrder order) {
			new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class))
				.executeWithoutResult((status) -> this.context.getBean(Outbound.class).send(order));
		}

		/** Runs a job now. */
		void run(String job) {
			this.context.getBeansOfType(Job.class)
				.values()
				.stream()
				.filter((other) -> other.name().equals(job))
				.forEach((found) -> found.work().run());
		}

		private Push push(String appId, byte[] xml) {
			MessageReader.Delivery delivery = MessageReader.read(appId, xml);
			return new Push(this.context.getBean(Inbox.class).keyOf(appId, delivery.identity()), delivery.message(),
					xml, this.clock.instant(), System.nanoTime(), "crash");
		}

	}

}
