package cn.mentougou.education.office.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.session.SessionLine;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.office.signin.Guesses;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignInSearch;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** What the security administrator sees of sign-ins and does with them. */
@Component
class SignInKeeping {

	private final SignIns signIns;

	private final Guesses guesses;

	private final Sessions sessions;

	private final People people;

	SignInKeeping(SignIns signIns, Guesses guesses, Sessions sessions, People people) {
		this.signIns = signIns;
		this.guesses = guesses;
		this.sessions = sessions;
		this.people = people;
	}

	List<SignInView> list(Actor actor, SignInSearch search) {
		List<SignIn> found = this.signIns.list(actor, search);
		Map<PersonId, Person> people = this.people.byIds(found.stream().map(SignIn::person).toList());
		return found.stream().map((signIn) -> view(signIn, people.get(signIn.person()))).toList();
	}

	SignInView view(Actor actor, PersonId id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		SignIn signIn = this.signIns.of(id).orElseThrow(() -> new Refusal.NotFound("signin.no-such"));
		return view(signIn, this.people.find(id).orElse(null));
	}

	private SignInView view(SignIn signIn, @Nullable Person person) {
		String name = person == null ? "（已删除）" : person.isHere() ? person.name() : person.name() + "（已离开）";
		return SignInView.of(signIn, name, this.guesses.lockedUntil(signIn));
	}

	List<SessionLine> sessions(PersonId id) {
		return this.sessions.of(id).stream().map((session) -> SessionLine.of(session, null)).toList();
	}

	/** What fits the state of the sign-in; nobody locks themselves out. */
	List<Remedy> remediesFor(Actor actor, PersonId id) {
		SignInView signIn = view(actor, id);
		boolean isOwn = actor.person().equals(id);
		List<Remedy> fitting = new ArrayList<>();
		if (signIn.lockedUntil() != null) {
			fitting.add(Remedy.UNLOCK);
		}
		if (!signIn.isActive()) {
			fitting.add(Remedy.ENABLE);
			return fitting;
		}
		fitting.add(Remedy.RESET_PASSWORD);
		if (signIn.hasCode() && !isOwn) {
			fitting.add(Remedy.RESET_SECOND_FACTOR);
		}
		fitting.add(Remedy.END_SESSIONS);
		if (!isOwn) {
			fitting.add(Remedy.DISABLE);
		}
		return fitting;
	}

	String create(Actor actor, PersonId person, String username) {
		return this.signIns.create(actor, person, username);
	}

	/**
	 * Does it.
	 * @return a password to be shown once, or null
	 */
	@Nullable String apply(Actor actor, PersonId id, Remedy remedy) {
		switch (remedy) {
			case RESET_PASSWORD -> {
				String password = this.signIns.resetPassword(actor, id);
				this.signIns.of(id).ifPresent((signIn) -> this.guesses.unlock(actor, signIn));
				return password;
			}
			case RESET_SECOND_FACTOR -> this.signIns.resetSecondFactor(actor, id);
			case UNLOCK -> this.guesses.unlock(actor, this.signIns.of(id).orElseThrow());
			case END_SESSIONS -> this.signIns.endSessions(actor, id);
			case DISABLE -> this.signIns.set(actor, id, SignIn.State.DISABLED);
			case ENABLE -> this.signIns.set(actor, id, SignIn.State.ACTIVE);
		}
		return null;
	}

}
