package cn.mentougou.education.office.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.access.Standing;
import cn.mentougou.education.office.credential.RecoveryCode;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
@Import(SignInRegisterTests.Desk.class)
class SignInRegisterTests {

	private static final Actor SETUP = Actor.system("test");

	private static final String PASSWORD = "lantern-moss-47-quiet";

	@Autowired
	private SignIns signIns;

	@Autowired
	private OwnPasswords passwords;

	@Autowired
	private SecondFactors factors;

	@Autowired
	private SignInRegister register;

	@Autowired
	private List<PersonalDataHolder> holders;

	@Autowired
	private Standing standing;

	@Autowired
	private District district;

	@Autowired
	private People people;

	@Autowired
	private Actors actors;

	@Autowired
	private Vault vault;

	@Autowired
	private MovableClock clock;

	private PersonId person() {
		PersonId person = this.district.person("孙登记", this.district.commission());
		this.signIns.create(SETUP, person, "Sun.Dengji", PASSWORD);
		return person;
	}

	private Actor actor(PersonId person) {
		return this.actors.actorOf(person, "192.0.2.1").orElseThrow();
	}

	@Test
	void whatIsHeldIsGivenAndErasedAfterThePersonLeft() {
		PersonId person = person();
		Totp totp = Totp.fresh();
		this.factors.enrol(actor(person), totp, totp.codeAt(this.clock.instant()));
		this.passwords.change(actor(person), "quiet-river-and-7-stones", null);
		PersonKeys keys = PersonKeys.of(new PersonKey.Staff(person));
		assertThat(this.register.export(keys)).singleElement()
			.satisfies(
					(item) -> assertThat(item.fields()).containsEntry("用户名", "sun.dengji").containsEntry("绑定手机", "是"));
		assertThat(this.register.erase(keys).rows()).isZero();
		this.people.leave(SETUP, person);
		assertThat(this.register.erasable(keys).rows()).isOne();
		assertThat(this.register.erase(keys).rows()).isOne();
		assertThat(this.signIns.of(person)).isEmpty();
		assertThat(this.factors.codesLeft(person)).isZero();
		assertThat(this.register.erase(keys).rows()).isZero();
	}

	@Test
	void signInsOfThoseWhoLeftAreRemovedAfterAQuarterUnlessHeld() {
		PersonId person = person();
		this.people.leave(SETUP, person);
		this.clock.advance(Duration.ofDays(80));
		retain(PersonKeys.NONE);
		assertThat(this.signIns.of(person)).isPresent();
		this.clock.advance(Duration.ofDays(12));
		retain(PersonKeys.of(new PersonKey.Staff(person)));
		assertThat(this.signIns.of(person)).isPresent();
		assertThat(retain(PersonKeys.NONE)).containsExactly("left 1");
		assertThat(this.signIns.of(person)).isEmpty();
	}

	private List<String> retain(PersonKeys held) {
		List<String> erased = new ArrayList<>();
		this.register.retain(new Retention(this.clock.instant(), held, (rule, rows) -> erased.add(rule + " " + rows)));
		return erased;
	}

	@Test
	void everySealedValueIsSeenWhenKeysChange() {
		PersonId person = person();
		Totp totp = Totp.fresh();
		this.factors.preset(SETUP, person, totp);
		this.passwords.change(actor(person), "quiet-river-and-7-stones", null);
		Resealing resealing = new Resealing(this.vault);
		String after = this.register.reseal("", resealing);
		while (!after.isEmpty()) {
			after = this.register.reseal(after, resealing);
		}
		assertThat(resealing.seen()).isEqualTo(4);
		assertThat(resealing.left()).isEqualTo(Map.of());
		assertThat(this.holders).extracting(PersonalDataHolder::register).contains("office.signin", "office.session");
	}

	@Test
	void lastFivePasswordsDoNotComeAgain() {
		PersonId person = person();
		for (int i = 0; i < 5; i++) {
			this.passwords.change(actor(person), "quiet-river-stone-" + i, null);
		}
		for (int i = 0; i < 5; i++) {
			String old = "quiet-river-stone-" + i;
			assertThatExceptionOfType(Refusal.Invalid.class)
				.isThrownBy(() -> this.passwords.change(actor(person), old, null));
		}
		this.passwords.change(actor(person), PASSWORD, null);
		assertThat(this.passwords.isRight(person, PASSWORD)).isTrue();
	}

	@Test
	void codeAndRecoveryCodeAreGoodOnce() {
		PersonId person = person();
		Totp totp = Totp.fresh();
		List<RecoveryCode> codes = this.factors.enrol(actor(person), totp, totp.codeAt(this.clock.instant()));
		assertThat(this.factors.use(person, totp.codeAt(this.clock.instant()))).as("used to enrol").isEmpty();
		this.clock.advance(Duration.ofSeconds(30));
		String code = totp.codeAt(this.clock.instant());
		assertThat(this.factors.use(person, " " + code.substring(0, 3) + " " + code.substring(3)))
			.hasValue(SecondFactors.Kind.APPLICATION);
		assertThat(this.factors.use(person, code)).isEmpty();
		assertThat(this.factors.use(person, totp.codeAt(this.clock.instant().minusSeconds(30)))).as("older").isEmpty();
		assertThat(this.factors.use(person, codes.get(0).shown())).hasValue(SecondFactors.Kind.RECOVERY_CODE);
		assertThat(this.factors.use(person, codes.get(0).shown())).isEmpty();
		assertThat(this.factors.codesLeft(person)).isEqualTo(9);
		this.factors.renewCodes(actor(person));
		assertThat(this.factors.use(person, codes.get(1).shown())).isEmpty();
	}

	@Test
	void nameIsTakenOnceHoweverItIsSpelled() {
		person();
		PersonId other = this.district.person("李另外", this.district.commission());
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.signIns.create(SETUP, other, "ＳＵＮ.dengji", PASSWORD))
			.matches((refusal) -> refusal.code().equals("signin.username-taken"));
		for (String name : List.of("a", ".abc", "a b", "a..b", "<b>", "x".repeat(33))) {
			assertThatExceptionOfType(Refusal.Invalid.class).as(name)
				.isThrownBy(() -> this.signIns.create(SETUP, other, name, PASSWORD));
		}
	}

	@Test
	void onlyTheSecurityAdministratorKeepsSignIns() {
		PersonId person = person();
		for (Role role : Role.values()) {
			Actor actor = this.district.holding(role, this.district.commission());
			if (role == Role.SECURITY_ADMINISTRATOR) {
				this.signIns.endSessions(actor, person);
				continue;
			}
			assertThatExceptionOfType(Refusal.Forbidden.class).as("%s", role)
				.isThrownBy(() -> this.signIns.endSessions(actor, person));
			assertThatExceptionOfType(Refusal.Forbidden.class).as("%s", role)
				.isThrownBy(() -> this.signIns.set(actor, person, SignIn.State.DISABLED));
		}
	}

	@Test
	void standingHangsOnVersionStateAndPerson() {
		PersonId person = person();
		assertThat(this.standing.actorOf(person, 1, "192.0.2.1")).isPresent();
		assertThat(this.standing.actorOf(person, 2, "192.0.2.1")).isEmpty();
		this.signIns.endSessions(SETUP, person);
		assertThat(this.standing.actorOf(person, 1, "192.0.2.1")).isEmpty();
		assertThat(this.standing.actorOf(person, 2, "192.0.2.1")).isPresent();
		this.people.leave(SETUP, person);
		assertThat(this.standing.actorOf(person, 2, "192.0.2.1")).isEmpty();
	}

	/** The sign-ins without their pages. */
	@EnableConfigurationProperties
	@ComponentScan(
			basePackages = { "cn.mentougou.education.office.signin", "cn.mentougou.education.office.credential",
					"cn.mentougou.education.office.session" },
			excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = Controller.class))
	static class Desk {

	}

}
