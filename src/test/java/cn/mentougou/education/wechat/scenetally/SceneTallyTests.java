package cn.mentougou.education.wechat.scenetally;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.scene.SceneDesks;
import cn.mentougou.education.wechat.scene.SceneDraft;
import cn.mentougou.education.wechat.scene.SceneKind;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodes;
import cn.mentougou.education.wechat.token.Accounts;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class SceneTallyTests {

	/** Half past midnight of the 21st in Beijing. */
	private static final Instant NIGHT = Instant.parse("2026-05-20T16:30:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 5, 21);

	@Autowired
	private SceneTallyMapper mapper;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private District district;

	private SceneQrCodes codes;

	private SceneTally tally;

	private SceneReports reports;

	private SceneQrCode code;

	private UnitId school;

	@BeforeEach
	void build() {
		this.codes = SceneDesks.of(this.context, Accounts.all());
		this.tally = new SceneTally(this.mapper, this.codes);
		this.reports = new SceneReports(this.mapper, this.codes);
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.code = this.codes
			.find(this.codes.order(Actor.system("test"),
					new SceneDraft(SceneKind.CLASS, this.school, "一班", "", true, null)))
			.orElseThrow();
	}

	@Test
	void followsAndScansAreCountedByTheDayInBeijing() {
		learn(1, new InboundEvent.Followed(this.code.scene(), "t"), NIGHT);
		learn(2, new InboundEvent.Scanned(this.code.scene(), "t"), NIGHT);
		learn(3, new InboundEvent.Scanned(this.code.scene(), "t"), NIGHT.minusSeconds(3600));
		assertThat(this.reports.days(this.code.id().value(), DAY.minusDays(1), DAY)).containsExactly(
				new SceneTallyMapper.Line(this.code.id().value(), DAY, 1, 1),
				new SceneTallyMapper.Line(this.code.id().value(), DAY.minusDays(1), 0, 1));
	}

	@Test
	void pushThatIsToldAgainCountsOnce() {
		for (int i = 0; i < 3; i++) {
			learn(1, new InboundEvent.Scanned(this.code.scene(), "t"), NIGHT);
		}
		assertThat(this.reports.days(this.code.id().value(), DAY, DAY)).singleElement()
			.satisfies((line) -> assertThat(line.scans()).isOne());
		assertThat(this.mapper.forget(DAY)).isZero();
		assertThat(this.mapper.forget(DAY.plusDays(1))).isPositive();
	}

	@Test
	void onlyOurCodesConcernIt() {
		assertThat(concerns(new InboundEvent.Scanned(this.code.scene(), null))).isTrue();
		assertThat(concerns(new InboundEvent.Followed(this.code.scene(), null))).isTrue();
		assertThat(concerns(new InboundEvent.Followed(null, null))).isFalse();
		assertThat(concerns(new InboundEvent.Scanned("school-7", null))).isFalse();
		assertThat(concerns(new InboundEvent.MenuTapped("qr-x"))).isFalse();
		learn(9, new InboundEvent.Scanned("qr-class-unknown", null), NIGHT);
		assertThat(this.reports.sums(Actor.system("test"), DAY, DAY)).isEmpty();
	}

	@Test
	void reportHoldsTheCodesOfItsReaderAlone() {
		learn(1, new InboundEvent.Scanned(this.code.scene(), "t"), NIGHT);
		Actor own = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school);
		Actor foreign = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.district.unit(UnitKind.SCHOOL, "妙峰山学校"));
		assertThat(this.reports.sums(own, DAY, DAY)).singleElement().satisfies((sum) -> {
			assertThat(sum.code().id()).isEqualTo(this.code.id());
			assertThat(sum.scans()).isOne();
		});
		assertThat(this.reports.sums(foreign, DAY, DAY)).isEmpty();
		assertThat(this.reports.page(own, DAY, DAY, null).rows()).hasSize(1);
		assertThat(this.reports.page(foreign, DAY, DAY, null).rows()).isEmpty();
		assertThat(this.reports.page(own, DAY, DAY, null).next()).isEqualTo(Optional.empty());
	}

	private boolean concerns(InboundEvent happened) {
		return this.tally.concerns(message(happened), null);
	}

	private void learn(int number, InboundEvent happened, Instant at) {
		byte[] key = String.format("%032d", number).getBytes(StandardCharsets.US_ASCII);
		this.tally.learn(new Push(new MessageKey(key), message(happened), new byte[0], at, 0, "c"));
	}

	private static InboundMessage message(InboundEvent happened) {
		return new InboundMessage.Event(
				new InboundMessage.Header(Accounts.APP_ID, "gh_1", "oPerson", NIGHT, "event:SCAN", null), happened);
	}

}
