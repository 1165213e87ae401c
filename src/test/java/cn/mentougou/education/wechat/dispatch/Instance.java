package cn.mentougou.education.wechat.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EducationApplication;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.inbox.Inbox;

/** An instance of the application without its web server, beside others. */
final class Instance implements AutoCloseable {

	static final String TABLE = "CREATE TABLE IF NOT EXISTS work_done (words VARCHAR(100), instance VARCHAR(10))";

	final Worker worker;

	final Inbox inbox;

	final ClaimKeeper claims;

	final Recovery recovery;

	private final ConfigurableApplicationContext context;

	private final Clock clock;

	Instance(String name, Map<String, Object> properties, Clock clock) {
		this.clock = clock;
		this.context = new SpringApplicationBuilder(EducationApplication.class, Worker.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.initializers((starting) -> starting.getBeanFactory().registerSingleton("standingClock", clock))
			.properties(properties)
			.properties("education.job.enabled=false", "test.instance=" + name)
			.run();
		this.worker = this.context.getBean(Worker.class);
		this.inbox = this.context.getBean(Inbox.class);
		this.claims = this.context.getBean(ClaimKeeper.class);
		this.recovery = new Recovery(this.inbox, this.context.getBean(HandlerThreads.class));
	}

	/** Gives it the message with this id out of the spool. */
	void replay(String id) {
		this.context.getBean(Deliveries.class).replay(push(id));
	}

	/** Gives it a delivery of the message with this id. */
	CompletableFuture<Deliveries.Answer> deliver(String id) {
		return CompletableFuture.supplyAsync(() -> this.context.getBean(Deliveries.class).answer(push(id)));
	}

	/** The message with this id as it arrives here now. */
	Push push(String id) {
		byte[] xml = ("<xml><ToUserName>gh_1</ToUserName><FromUserName>oPerson</FromUserName>"
				+ "<CreateTime>1764000000</CreateTime><MsgType>text</MsgType><Content>" + Worker.WORD + id
				+ "</Content><MsgId>" + id + "</MsgId></xml>")
			.getBytes(StandardCharsets.UTF_8);
		MessageReader.Delivery delivery = MessageReader.read(EngineProperties.SERVICE, xml);
		return new Push(this.inbox.keyOf(EngineProperties.SERVICE, delivery.identity()), delivery.message(), xml,
				this.clock.instant(), System.nanoTime(), "id-" + id);
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	@Override
	public void close() {
		this.worker.gate.countDown();
		this.context.close();
	}

	/** Writes that it worked, and goes on when the test lets it. */
	static class Worker implements MessageHandler {

		static final String WORD = "做事";

		volatile CountDownLatch gate = new CountDownLatch(0);

		private final String instance;

		private final JdbcClient jdbc;

		private volatile CountDownLatch begun = new CountDownLatch(1);

		Worker(@Value("${test.instance}") String instance, JdbcClient jdbc) {
			this.instance = instance;
			this.jdbc = jdbc;
		}

		void close() {
			this.begun = new CountDownLatch(1);
			this.gate = new CountDownLatch(1);
		}

		void awaitBegin() throws InterruptedException {
			if (!this.begun.await(10, TimeUnit.SECONDS)) {
				throw new AssertionError("the handler never began");
			}
		}

		@Override
		public Turn turn() {
			return Turn.COMMAND_WORD;
		}

		@Override
		public boolean accepts(InboundMessage message) {
			return message.words().filter((words) -> words.startsWith(WORD)).isPresent();
		}

		@Override
		public Optional<Reply> handle(InboundMessage message) {
			this.jdbc.sql("INSERT INTO work_done VALUES (?, ?)")
				.params(message.words().orElseThrow(), this.instance)
				.update();
			this.begun.countDown();
			try {
				if (!this.gate.await(30, TimeUnit.SECONDS)) {
					throw new IllegalStateException("the gate was never opened");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Optional.of(new Reply.Text("由" + this.instance + "办好"));
		}

	}

}
