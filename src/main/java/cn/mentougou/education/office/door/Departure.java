package cn.mentougou.education.office.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.office.session.Ending;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;

/** Ends sessions: the one at hand, or one left open elsewhere. */
@Component
class Departure {

	private final Sessions sessions;

	private final Audit audit;

	Departure(Sessions sessions, Audit audit) {
		this.sessions = sessions;
		this.audit = audit;
	}

	/** Signs out, if somebody is signed in. */
	@Transactional
	void leave(HttpServletRequest request) {
		SessionId session = CurrentSession.of(request);
		if (session != null && request.getAttribute(ConsoleActor.ATTRIBUTE) instanceof Actor actor
				&& this.sessions.end(actor.person(), session, Ending.LEFT)) {
			record(actor, "signin.signed-out", session);
		}
		CurrentSession.drop(request);
	}

	/** Ends one of the actor's own sessions. */
	@Transactional
	void end(Actor actor, SessionId session) {
		if (this.sessions.end(actor.person(), session, Ending.ENDED)) {
			record(actor, "signin.session-ended", session);
		}
	}

	/** Ends the actor's other sessions. */
	@Transactional
	void endOthers(Actor actor, SessionId present) {
		PersonId person = actor.person();
		if (this.sessions.endAll(person, present, Ending.ENDED) > 0) {
			record(actor, "signin.other-sessions-ended", present);
		}
	}

	private void record(Actor actor, String action, SessionId session) {
		this.audit.record(AuditEntry.done(actor, action, "session", session.value()));
	}

}
