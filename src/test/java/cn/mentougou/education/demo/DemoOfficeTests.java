package cn.mentougou.education.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.post.DisclosurePosts;
import cn.mentougou.education.office.post.PostCount;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
class DemoOfficeTests {

	private static final List<String> USERNAMES = List.of("submitter", "editor", "reviewer", "leader", "clerk",
			"enquiry", "teacher", "school", "opinion", "kiosk", "system", "security", "audit");

	@Autowired
	private Units units;

	@Autowired
	private People people;

	@Autowired
	private Appointments appointments;

	@Autowired
	private DisclosurePosts posts;

	@Autowired
	private SignIns signIns;

	@Autowired
	private OwnPasswords passwords;

	@Autowired
	private SecondFactors secondFactors;

	@Autowired
	private Actors actors;

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("education.demo.password", "quiet river seven stones")
		.withProperty("education.demo.totp-secret", Totp.fresh().letters());

	private void seed() {
		DemoSignIns demo = new DemoSignIns(this.signIns, this.passwords, this.secondFactors, this.actors,
				this.environment);
		new DemoOffice(this.units, this.people, this.appointments, this.posts, demo).seed();
	}

	private Actor actor(String username) {
		SignIn signIn = this.signIns.named(username).orElseThrow();
		return this.actors.actorOf(signIn.person(), "192.0.2.1").orElseThrow();
	}

	@Test
	void eachRoleHasSomebodyWhoSignsIn() {
		seed();
		Set<Role> roles = Set.copyOf(USERNAMES.stream().map((name) -> actor(name).grants().get(0).role()).toList());
		assertThat(roles).containsExactlyInAnyOrder(Role.values());
		assertThat(USERNAMES).allSatisfy((name) -> {
			SignIn signIn = this.signIns.named(name).orElseThrow();
			assertThat(signIn.hasSecondFactor()).isEqualTo(name.equals("security"));
			assertThat(signIn.mustChange()).isFalse();
		});
		assertThat(this.passwords.isRight(actor("clerk").person(), "quiet river seven stones")).isTrue();
		assertThat(this.units.all()).hasSizeGreaterThan(25);
		assertThat(this.posts.countOn(LocalDate.of(2014, 12, 31))).isEqualTo(new PostCount(1, 2));
	}

	@Test
	void secondStartAddsNothingAndFollowsAnotherPassword() {
		seed();
		int units = this.units.all().size();
		this.environment.setProperty("education.demo.password", "another river eight stones");
		this.environment.setProperty("education.demo.totp-secret", Totp.fresh().letters());
		this.environment.setProperty("education.demo.totp-changed", "true");
		seed();
		assertThat(this.units.all()).hasSize(units);
		assertThat(this.appointments.holdersOf(Role.SYSTEM_ADMINISTRATOR)).hasSize(1);
		assertThat(Arrays.asList("audit", "kiosk"))
			.allSatisfy((name) -> assertThat(this.passwords.isRight(actor(name).person(), "another river eight stones"))
				.isTrue());
	}

	@Test
	void passwordThatCannotBeTakenIsSaidInASentence() {
		this.environment.setProperty("education.demo.password", "short");
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(this::seed)
			.withMessageContaining("EDUCATION_DEMO_PASSWORD");
	}

}
