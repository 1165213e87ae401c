package cn.mentougou.education.office.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.office.session.Ending;
import cn.mentougou.education.office.session.OfficeSession;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.shared.Actor;

/**
 * Asks MySQL at each request whether the session goes on and who the person is now, and
 * leaves the actor where the frame of the console looks for it.
 */
class SessionFilter extends OncePerRequestFilter {

	/** Where the door finds why a session is over. */
	static final String OVER = SessionFilter.class.getName() + ".over";

	private final Sessions sessions;

	private final Standing standing;

	SessionFilter(Sessions sessions, Standing standing) {
		this.sessions = sessions;
		this.standing = standing;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SessionId id = CurrentSession.of(request);
		Actor actor = id != null ? actor(request, id) : null;
		if (actor != null) {
			request.setAttribute(ConsoleActor.ATTRIBUTE, actor);
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new StaffAuthentication(actor));
			SecurityContextHolder.setContext(context);
		}
		chain.doFilter(request, response);
	}

	private @Nullable Actor actor(HttpServletRequest request, SessionId id) {
		Sessions.State state;
		Optional<Actor> actor;
		try {
			state = this.sessions.stateOf(id);
			actor = state instanceof Sessions.Open open ? actor(open.session(), request.getRemoteAddr())
					: Optional.empty();
		}
		catch (NestedRuntimeException ex) {
			throw new DatabaseGone(ex);
		}
		if (actor.isEmpty()) {
			CurrentSession.drop(request);
			request.setAttribute(OVER, state instanceof Sessions.Over over ? over.ending() : Ending.CHANGED);
		}
		return actor.orElse(null);
	}

	private Optional<Actor> actor(OfficeSession session, String address) {
		Optional<Actor> actor = this.standing.actorOf(session.person(), session.version(), address);
		if (actor.isEmpty()) {
			this.sessions.end(session.person(), session.id(), Ending.CHANGED);
		}
		return actor;
	}

}
