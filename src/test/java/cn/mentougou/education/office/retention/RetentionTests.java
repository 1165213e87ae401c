package cn.mentougou.education.office.retention;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "education.job.enabled=false")
class RetentionTests {

	private static final Actor SECURITY = Officers.with(Role.SECURITY_ADMINISTRATOR);

	private static final PersonKeys MOTHER = PersonKeys.of(new PersonKey.OpenId("oMother"));

	@Autowired
	private RetentionRun run;

	@Autowired
	private Holds holds;

	@Autowired
	private Deletions deletions;

	@Autowired
	private HoldHolder holdHolder;

	@Autowired
	private DeadLetters letters;

	@Autowired
	private LookupIndex index;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@BeforeEach
	@AfterEach
	void begin() {
		List.of("dead_letter", "data_hold", "deletion_record")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
	}

	@Test
	void whatIsOverItsTimeGoesAndTheDeletionIsRecordedWithoutThePerson() {
		letter("oMother");
		letter("oFather");
		this.run.run();
		this.run.run();
		assertThat(this.letters.count()).isZero();
		assertThat(this.deletions.before(Long.MAX_VALUE, 10)).singleElement().satisfies((record) -> {
			assertThat(record.register()).isEqualTo("wechat.deadletter");
			assertThat(record.rule()).isEqualTo("content");
			assertThat(record.erasedRows()).isEqualTo(2);
			assertThat(record.startedAt()).isCloseTo(this.clock.instant(), within());
		});
	}

	@Test
	void aHeldPersonStaysUntilTheHoldIsLifted() {
		letter("oMother");
		letter("oFather");
		long hold = this.holds.hold(SECURITY, MOTHER, "家长投诉，正在调查");
		this.run.run();
		assertThat(this.letters.open(10)).singleElement()
			.satisfies((letter) -> assertThat(new String(letter.xml(), StandardCharsets.UTF_8)).contains("oMother"));
		this.holds.lift(SECURITY, hold);
		this.run.run();
		assertThat(this.letters.count()).isZero();
		assertThat(audited("hold", hold)).containsExactly("retention.hold-placed", "retention.hold-lifted");
	}

	@Test
	void aHeldRegisterStays() {
		letter("oMother");
		this.holds.hold(SECURITY, "wechat.deadletter", "等待检查组");
		this.run.run();
		assertThat(this.letters.count()).isOne();
		assertThat(this.holds.heldRegisters()).containsExactly("wechat.deadletter");
	}

	@Test
	void aHoldPlacedInTheMiddleUndoesTheStepAndEndsTheRun() {
		SlowRegister register = new SlowRegister(this.transaction,
				() -> this.holds.hold(SECURITY, MOTHER, "家长投诉，正在调查"));
		runOver(register);
		assertThat(this.deletions.before(Long.MAX_VALUE, 10)).isEmpty();
		assertThat(register.held).isEqualTo(PersonKeys.NONE);
		runOver(register);
		assertThat(register.held).isEqualTo(MOTHER);
		assertThat(this.deletions.before(Long.MAX_VALUE, 10)).singleElement()
			.satisfies((record) -> assertThat(record.erasedRows()).isEqualTo(3));
	}

	@Test
	void aRegisterThatFailsDoesNotStopTheOthersAndIsTold() {
		SlowRegister failing = new SlowRegister(this.transaction, () -> {
			throw new IllegalStateException("a row of 王女士");
		});
		SlowRegister other = new SlowRegister(this.transaction, () -> {
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> runOver(failing, other))
			.withMessage("the rules of 1 registers failed");
		assertThat(this.deletions.before(Long.MAX_VALUE, 10)).hasSize(1);
	}

	@Test
	void onlyTheSecurityAdministratorHoldsAndOnlyWithAReason() {
		assertThatExceptionOfType(Refusal.Forbidden.class)
			.isThrownBy(() -> this.holds.hold(Officers.with(Role.AUDIT_ADMINISTRATOR), MOTHER, "家长投诉"));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> this.holds.hold(SECURITY, MOTHER, " 查 "));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.holds.hold(SECURITY, "no.such", "等待检查组"));
		long hold = this.holds.hold(SECURITY, MOTHER, "家长投诉");
		this.holds.lift(SECURITY, hold);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.holds.lift(SECURITY, hold));
	}

	@Test
	void aLiftedHoldForgetsThePersonOnRequestAndAnOpenOneDoesNot() {
		long lifted = this.holds.hold(SECURITY, MOTHER, "家长投诉，正在调查");
		this.holds.lift(SECURITY, lifted);
		assertThat(this.holdHolder.export(MOTHER)).singleElement()
			.satisfies((item) -> assertThat(item.fields()).containsEntry("原因", "家长投诉，正在调查"));
		this.holds.hold(SECURITY, MOTHER, "又有投诉");
		assertThat(this.holdHolder.erase(MOTHER).rows()).isOne();
		assertThat(this.holdHolder.export(MOTHER)).hasSize(1);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM data_hold WHERE reason IS NULL AND person IS NULL")
			.query(Integer.class)
			.single()).isOne();
	}

	private void runOver(PersonalDataHolder... registers) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		for (int i = 0; i < registers.length; i++) {
			beans.addBean("register" + i, registers[i]);
		}
		Registers all = new Registers(beans.getBeanProvider(PersonalDataHolder.class));
		new RetentionRun(all, this.holds, this.deletions, this.clock).run();
	}

	private void letter(String openId) {
		this.letters.keep(new DeadLetter(0, this.index.of("test", UUID.randomUUID().toString()), "wx1", "text",
				"reason", ("<FromUserName>" + openId + "</FromUserName>").getBytes(StandardCharsets.UTF_8), 1,
				this.clock.instant().minus(Duration.ofDays(31)), "c"));
	}

	private List<String> audited(String kind, long id) {
		return this.jdbc.sql("SELECT action FROM audit_entry WHERE object_kind = ? AND object_id = ? ORDER BY id")
			.params(kind, id)
			.query(String.class)
			.list();
	}

	private static org.assertj.core.data.TemporalUnitOffset within() {
		return org.assertj.core.api.Assertions.within(30, java.time.temporal.ChronoUnit.SECONDS);
	}

}
