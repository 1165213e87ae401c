package cn.mentougou.education.wechat.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.sender.OutboundMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** Why somebody did not get it, in one click. */
@PageTest
class DeliveryPagesTests {

	private static final String PAGE = "/console/deliveries";

	private static final String SERVICE = EngineProperties.SERVICE;

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerRoll roll;

	@Autowired
	private Outbound outbound;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Actor clerk;

	private String openId;

	private String record;

	@BeforeEach
	void follow() {
		this.clerk = this.district.holding(Role.ENQUIRY_CLERK, this.district.commission());
		this.openId = "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);
		this.roll.listed(SERVICE, 1, List.of(this.openId), this.clock.instant().minusSeconds(60));
		this.record = PAGE + "/" + this.followers.find(SERVICE, this.openId).orElseThrow().id().value();
	}

	@Test
	void personIsFoundByNumberOrOpenidWhichNoAddressShows() {
		assertThat(this.browser.get(this.clerk, PAGE)).hasStatusOk().bodyText().contains("关注者编号或完整的 openid");
		for (String who : List.of(this.openId, this.record.substring(PAGE.length() + 1))) {
			assertThat(this.browser.post(this.clerk, PAGE, Map.of("account", SERVICE, "who", who)))
				.hasRedirectedUrl(this.record);
		}
		for (String who : List.of("oNobody", "999999999999", "")) {
			assertThat(this.browser.post(this.clerk, PAGE, Map.of("account", SERVICE, "who", who)))
				.hasRedirectedUrl(PAGE);
		}
		assertThat(this.browser.get(this.clerk, PAGE + "/999999999")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void everyMessageSaysWhyItWasOrWasNotDelivered() {
		ended("UNKNOWN", "TIMEOUT");
		ended("REFUSED", "45015");
		ended("REFUSED", "43019");
		ended("SENT", null);
		assertThat(this.browser.get(this.clerk, this.record)).hasStatusOk()
			.bodyText()
			.contains("对方已取消关注，或可以回复的时间已经过了", "黑名单", "可能已经送达", "去决定", "已发送")
			.doesNotContain(this.openId, "材料");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'delivery.read'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void windowThatIsClosedIsExplained() {
		assertThat(this.browser.get(this.clerk, this.record)).hasStatusOk()
			.bodyText()
			.contains("客服消息：不可以", "48 小时内没有留言", "模板消息：可以", "订阅通知：不可以", "没有同意过任何通知", "没有给这个人单独发过消息");
	}

	@Test
	void whoUnfollowedOrIsBlockedCannotBeReachedAtAll() {
		this.roll.blocked(SERVICE, List.of(this.openId), true, this.clock.instant());
		assertThat(this.browser.get(this.clerk, this.record)).bodyText().contains("任何方式：不可以", "黑名单");
		this.roll.profiled(SERVICE,
				List.of(new FollowerRoll.Profile(this.openId, false, null, null, "", Set.of(), null, null)),
				this.clock.instant(), Set.of());
		assertThat(this.browser.get(this.clerk, this.record)).bodyText().contains("任何方式：不可以", "取消了关注");
	}

	@Test
	void subscriptionAccountSaysWhatItCannotDo() {
		String subscription = EngineProperties.SUBSCRIPTION;
		this.roll.listed(subscription, 1, List.of(this.openId), this.clock.instant().minusSeconds(60));
		long id = this.followers.find(subscription, this.openId).orElseThrow().id().value();
		assertThat(this.browser.get(this.clerk, PAGE + "/" + id)).hasStatusOk()
			.bodyText()
			.contains("模板消息：不可以", "这个公众号（订阅号）不能发，微信平台只对认证的服务号开放");
	}

	private void ended(String state, String reason) {
		long id = this.outbound
			.send(new OutboundOrder("delivery " + state + reason, SERVICE, this.openId,
					new OutboundMessage.Text("您的材料齐了"), "test", this.clock.instant().plus(Duration.ofHours(1))))
			.value();
		this.jdbc.sql("UPDATE outbound_message SET state = ?, reason = ? WHERE id = ?")
			.params(state, reason, id)
			.update();
	}

}
