package cn.mentougou.education.demo;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/** The sign-ins of the demonstration: one password, a second factor for one of them. */
@Component
@Profile("demo")
class DemoSignIns {

	private static final Actor DEMO = Actor.system("demo");

	private static final String SECURITY = "security";

	private final SignIns signIns;

	private final OwnPasswords passwords;

	private final SecondFactors secondFactors;

	private final Actors actors;

	private final Environment environment;

	private final List<PersonId> people = new ArrayList<>();

	DemoSignIns(SignIns signIns, OwnPasswords passwords, SecondFactors secondFactors, Actors actors,
			Environment environment) {
		this.signIns = signIns;
		this.passwords = passwords;
		this.secondFactors = secondFactors;
		this.actors = actors;
		this.environment = environment;
	}

	void add(PersonId person, String username) {
		this.people.add(person);
		if (this.signIns.of(person).isEmpty()) {
			try {
				this.signIns.create(DEMO, person, username, password());
			}
			catch (Refusal.Invalid ex) {
				throw unusable();
			}
		}
	}

	/** After another password or secret was set, everybody has it. */
	void followTheEnvironment() {
		if (!this.passwords.isRight(this.people.get(0), password())) {
			this.people.forEach(this::change);
		}
		SignIn security = this.signIns.named(SECURITY).orElseThrow();
		if (!security.hasSecondFactor()
				|| this.environment.getProperty("education.demo.totp-changed", Boolean.class, false)) {
			String letters = this.environment.getRequiredProperty("education.demo.totp-secret");
			this.secondFactors.preset(DEMO, security.person(), Totp.of(letters));
		}
	}

	private void change(PersonId person) {
		try {
			this.passwords.change(this.actors.actorOf(person, "demo").orElseThrow(), password(), null);
		}
		catch (Refusal.Invalid ex) {
			throw unusable();
		}
	}

	private String password() {
		return this.environment.getRequiredProperty("education.demo.password");
	}

	private static Misconfigured unusable() {
		return new Misconfigured("EDUCATION_DEMO_PASSWORD 不能用：演示密码应为 10 至 64 个字符，不能是常见的或以前用过的密码。请换一个，或先运行 mvn clean。");
	}

}
