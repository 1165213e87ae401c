package cn.mentougou.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.token.WxMpClients;
import cn.mentougou.kills.sending.Orders;
import cn.mentougou.kills.sending.SendingApplication;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Template messages by way of the ledger, from the order to the recorded outcome, against
 * the same number of bare calls of the SDK by as many threads. Rounds alternate; medians
 * are compared.
 */
@Tag("bench")
class OutboundBenchmarkTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final int PEOPLE = Integer.getInteger("bench.people", 2000);

	private static final int ROUNDS = Integer.getInteger("bench.outbound-rounds", 5);

	private static final int SENDERS = 16;

	private static final Path TABLE = Path.of("target", "bench", "outbound.md");

	private final List<Double> ledger = new ArrayList<>();

	private final List<Double> bare = new ArrayList<>();

	@Test
	void ledgerSendsAtLeastHalfAsFastAndLosesNothing() throws Exception {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.put("education.outbound.senders", SENDERS);
		properties.put("logging.level.root", "warn");
		SimulatorSettings settings = DemoAccount.settings(properties);
		try (WeChatSimulator simulator = WeChatSimulator.start(settings)) {
			properties.put("education.wechat.api-base-url", simulator.platformUrl());
			JdbcClient jdbc = EngineProperties.migrated(properties);
			jdbc.sql(Orders.TABLE).update();
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SendingApplication.class)
				.web(WebApplicationType.NONE)
				.properties(properties)
				.run()) {
				measure(simulator, context, jdbc);
			}
		}
	}

	private void measure(WeChatSimulator simulator, ConfigurableApplicationContext context, JdbcClient jdbc)
			throws Exception {
		List<SimPerson> people = IntStream.range(0, PEOPLE).mapToObj((i) -> simulator.person("家长" + i)).toList();
		people.stream().map((person) -> person.follow(SERVICE)).toList().forEach(Push::await);
		List<String> openIds = people.stream().map((person) -> person.openId(SERVICE)).toList();
		String template = simulator.notices().adopt(SERVICE, "43219").id();
		bare(context, openIds, template, -1);
		ledger(context, openIds, template, -1);
		for (int round = 0; round < ROUNDS; round++) {
			this.bare.add(bare(context, openIds, template, round));
			this.ledger.add(ledger(context, openIds, template, round));
		}
		int sent = jdbc.sql("SELECT COUNT(*) FROM outbound_message WHERE state = 'SENT'").query(Integer.class).single();
		int calls = simulator.counters().usage(SERVICE, "/cgi-bin/message/template/send").used();
		write(sent, calls);
		assertThat(sent).isEqualTo(PEOPLE * (ROUNDS + 1));
		assertThat(calls).isEqualTo(2 * PEOPLE * (ROUNDS + 1));
	}

	private static double bare(ConfigurableApplicationContext context, List<String> openIds, String template, int round)
			throws Exception {
		WxMpService service = context.getBean(WxMpClients.class).of(SERVICE);
		ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
		long start = System.nanoTime();
		for (String openId : openIds) {
			threads.execute(() -> {
				try {
					service.getTemplateMsgService()
						.sendTemplateMsg(WxMpTemplateMessage.builder()
							.toUser(openId)
							.templateId(template)
							.clientMsgId("bare-" + round)
							.data(fields(round).entrySet()
								.stream()
								.map((field) -> new WxMpTemplateData(field.getKey(), field.getValue()))
								.toList())
							.build());
				}
				catch (WxErrorException ex) {
					throw new IllegalStateException(ex);
				}
			});
		}
		threads.shutdown();
		threads.awaitTermination(10, TimeUnit.MINUTES);
		return openIds.size() / ((System.nanoTime() - start) / 1e9);
	}

	/** Orders of a hundred people are one transaction, as those of a class or school. */
	private static double ledger(ConfigurableApplicationContext context, List<String> openIds, String template,
			int round) throws Exception {
		Outbound outbound = context.getBean(Outbound.class);
		TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		Counter sent = context.getBean(MeterRegistry.class).counter("send.state", "state", "SENT");
		double before = sent.count();
		long start = System.nanoTime();
		for (int from = 0; from < openIds.size(); from += 100) {
			List<OutboundOrder> orders = openIds.subList(from, Math.min(openIds.size(), from + 100))
				.stream()
				.map((openId) -> new OutboundOrder("bench " + round + " " + openId, SERVICE, openId,
						new OutboundMessage.Template(template, null, null, fields(round)), "bench",
						Instant.parse("2099-01-01T00:00:00Z")))
				.toList();
			transaction.executeWithoutResult((status) -> outbound.sendAll(orders));
		}
		while (sent.count() - before < openIds.size()) {
			TimeUnit.MILLISECONDS.sleep(5);
		}
		return openIds.size() / ((System.nanoTime() - start) / 1e9);
	}

	private static Map<String, String> fields(int round) {
		return Map.of("character_string1", "R" + (round + 1), "phrase2", "已通过", "thing3", "大峪第一小学");
	}

	private void write(int sent, int calls) throws Exception {
		String table = """
				| %d template messages, %d senders | sends/s, median of %d rounds | all rounds | lost |
				|---|---|---|---|
				| bare SDK calls | %.0f | %s | 0 |
				| order, ledger, call, recorded outcome | %.0f (%.2f × bare; goal ≥ 0.5) | %s | 0 |
				""".formatted(PEOPLE, SENDERS, ROUNDS, median(this.bare), all(this.bare), median(this.ledger),
				median(this.ledger) / median(this.bare), all(this.ledger));
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, table);
		System.out.println(table + sent + " sent, " + calls + " calls");
	}

	private static double median(List<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static String all(List<Double> values) {
		return String.join(", ", values.stream().map((value) -> String.format(Locale.ROOT, "%.0f", value)).toList());
	}

}
