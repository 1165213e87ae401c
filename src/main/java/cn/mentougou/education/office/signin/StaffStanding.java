package cn.mentougou.education.office.signin;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.access.Standing;
import cn.mentougou.education.office.session.Ending;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.PersonLeft;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;

/** Who a person of the staff is at this moment, if the sign-in still is what it was. */
@Component
class StaffStanding implements Standing {

	private final SignInMapper mapper;

	private final Actors actors;

	private final Sessions sessions;

	StaffStanding(SignInMapper mapper, Actors actors, Sessions sessions) {
		this.mapper = mapper;
		this.actors = actors;
		this.sessions = sessions;
	}

	@Override
	public Optional<Actor> actorOf(PersonId person, int version, String address) {
		return this.mapper.countActive(person, version) == 1 ? this.actors.actorOf(person, address) : Optional.empty();
	}

	/** The sign-in stays for the record; without the person it opens nothing. */
	@EventListener
	@Transactional
	void end(PersonLeft left) {
		this.sessions.endAll(left.person(), null, Ending.CHANGED);
	}

}
