package cn.mentougou.education.wechat.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.outbound.Delivery;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundId;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.outbound.SendState;
import cn.mentougou.education.wechat.sender.OutboundMessage;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class UndecidedPagesTests {

	private static final String PAGE = "/console/undecided-messages";

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private Outbound outbound;

	@Autowired
	private ObjectProvider<TodaySource> today;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Actor clerk;

	@BeforeEach
	void appoint() {
		this.clerk = this.district.holding(Role.ENQUIRY_CLERK, this.district.commission());
	}

	@Test
	void unknownMessageIsShownWithWhatItSaid() {
		OutboundId id = unknown("您的材料齐了<b>");
		assertThat(this.browser.get(this.clerk, PAGE)).hasStatusOk()
			.bodyText()
			.contains("服务号", "客服消息", "可能已经送达", PAGE + "/" + id.value());
		assertThat(this.browser.get(this.clerk, PAGE + "/" + id.value())).hasStatusOk()
			.bodyText()
			.contains("您的材料齐了&lt;b&gt;", "再发一次", "算已送达")
			.doesNotContain("oUndecided");
		assertThat(this.today.orderedStream()
			.flatMap((source) -> source.entriesFor(this.clerk, LocalDate.now(this.clock)).stream())
			.map((entry) -> entry.title())).anyMatch((title) -> title.contains("不知道对方收到没有"));
	}

	@Test
	void sendingAgainMakesANewOrderOnceAndIsAudited() {
		OutboundId id = unknown("您好");
		assertThat(this.browser.post(this.clerk, PAGE + "/" + id.value() + "/again", Map.of())).hasRedirectedUrl(PAGE);
		List<Delivery> all = this.outbound.listOf(EngineProperties.SERVICE, "oUndecided", null, 10);
		assertThat(all).extracting(Delivery::state).containsExactly(SendState.NEW, SendState.UNKNOWN);
		assertThat(all.get(1).explanation()).contains("已另发一次");
		assertThat(this.outbound.message(all.get(0).id())).hasValue(new OutboundMessage.Text("您好"));
		assertThat(this.browser.post(this.clerk, PAGE + "/" + id.value() + "/again", Map.of())).hasStatus(409);
		assertThat(acts("outbound.sent-again")).isEqualTo(1);
		assertThat(this.browser.get(this.clerk, PAGE + "/" + id.value())).hasStatus(404);
	}

	@Test
	void countingAsDeliveredEndsItAndIsAudited() {
		OutboundId id = unknown("您好");
		Actor editor = this.district.holding(Role.EDITOR, this.district.commission());
		assertThat(this.browser.post(editor, PAGE + "/" + id.value() + "/delivered", Map.of())).hasRedirectedUrl(PAGE);
		assertThat(this.outbound.find(id).orElseThrow().explanation()).contains("算已送达");
		assertThat(acts("outbound.counted-as-delivered")).isEqualTo(1);
		assertThat(this.browser.post(editor, PAGE + "/999999999/delivered", Map.of())).hasStatus(404);
	}

	private OutboundId unknown(String text) {
		OutboundId id = this.outbound.send(new OutboundOrder("page " + text, EngineProperties.SERVICE, "oUndecided",
				new OutboundMessage.Text(text), "test", this.clock.instant().plus(Duration.ofHours(1))));
		this.jdbc.sql("UPDATE outbound_message SET state = 'UNKNOWN', reason = 'TIMEOUT' WHERE id = ?")
			.param(id.value())
			.update();
		return id;
	}

	private int acts(String action) {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ?")
			.param(action)
			.query(Integer.class)
			.single();
	}

}
