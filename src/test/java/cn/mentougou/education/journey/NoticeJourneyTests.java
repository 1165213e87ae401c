package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundId;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.outbound.SendState;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Template messages and notices from the order to the phone and back. */
@Journey
class NoticeJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String NOTICE = "/cgi-bin/message/subscribe/bizsend";

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Outbound outbound;

	@Autowired
	private List<Job> jobs;

	@Autowired
	private PlatformTransactionManager transactions;

	private SimPerson mother;

	@BeforeEach
	void follow() {
		this.mother = this.simulator.person("王女士");
		this.mother.follow(SERVICE).await();
	}

	@Test
	void everyConsentCarriesOneNoticeAndWithoutOneThePlatformIsNotAsked() {
		String template = adopted("52301");
		this.mother.acceptNotices(SERVICE, template).await();
		OutboundMessage notice = new OutboundMessage.Notice(template, null, null, Map.of("thing1", "期中家长会", "time2",
				"2026年11月27日 18:30", "thing3", "三楼阶梯教室", "thing4", "大峪第一小学", "thing5", "请带好笔"));
		OutboundId first = send(notice);
		await().until(() -> cards("期中家长会") == 1);
		await().untilAsserted(() -> assertThat(explanation(first)).contains("已经送达"));
		int calls = this.simulator.counters().usage(SERVICE, NOTICE).used();
		OutboundId second = send(notice);
		await().until(() -> state(second) == SendState.REFUSED);
		assertThat(explanation(second)).contains("订阅的次数已经用完");
		assertThat(this.simulator.counters().usage(SERVICE, NOTICE).used()).isEqualTo(calls);
	}

	@Test
	void templateMessageReachesThePhoneAndItsResultIsRecorded() {
		OutboundMessage message = new OutboundMessage.Template(adopted("43219"), null, null,
				Map.of("character_string1", "RX-1", "phrase2", "已通过", "thing3", "大峪第一小学"));
		OutboundId id = send(message);
		await().until(() -> cards("RX-1") == 1);
		await().untilAsserted(() -> assertThat(explanation(id)).contains("已经送达"));
		this.mother.refusesMessages(SERVICE, true);
		OutboundId blocked = send(message);
		await().untilAsserted(() -> assertThat(explanation(blocked)).contains("拒收"));
	}

	@Test
	void fieldThatThePlatformWouldNotTakeIsRefusedBeforeAnythingIsWritten() {
		String template = adopted("43219");
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> send(new OutboundMessage.Template(template,
				null, null, Map.of("character_string1", "中文", "phrase2", "已通过", "thing3", "大峪第一小学"))));
		assertThat(this.outbound.listOf(SERVICE, this.mother.openId(SERVICE), null, 10)).isEmpty();
	}

	/** A template that the account has, and that we have read. */
	private String adopted(String tid) {
		String id = this.simulator.notices().adopt(SERVICE, tid).id();
		this.jobs.stream().filter((job) -> job.name().equals("templates-read")).forEach((job) -> job.work().run());
		return id;
	}

	private OutboundId send(OutboundMessage message) {
		return new TransactionTemplate(this.transactions).execute((status) -> this.outbound
			.send(new OutboundOrder("journey " + System.nanoTime(), SERVICE, this.mother.openId(SERVICE), message,
					"test", this.simulator.clock().instant().plus(Duration.ofDays(1)))));
	}

	private SendState state(OutboundId id) {
		return this.outbound.find(id).orElseThrow().state();
	}

	private String explanation(OutboundId id) {
		return this.outbound.find(id).orElseThrow().explanation();
	}

	private long cards(String value) {
		return this.mother.phone(SERVICE)
			.stream()
			.filter((bubble) -> bubble.rows().stream().anyMatch((row) -> row.value().equals(value)))
			.count();
	}

}
