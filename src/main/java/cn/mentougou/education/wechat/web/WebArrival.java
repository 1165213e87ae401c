package cn.mentougou.education.wechat.web;

import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import cn.mentougou.education.office.session.CurrentSession;

/** Brings somebody from the platform's answer into a session, once an answer. */
class WebArrival {

	/** The attribute of the session that holds the number of ours. */
	static final String SESSION = "web";

	private static final String SIGNED_IN = "session ";

	private final DoorStates states;

	private final WxMpAuthorization authorization;

	private final WebSessions sessions;

	private final H5Settings settings;

	private final MeterRegistry meters;

	WebArrival(DoorStates states, WxMpAuthorization authorization, WebSessions sessions, H5Settings settings,
			MeterRegistry meters) {
		this.states = states;
		this.authorization = authorization;
		this.sessions = sessions;
		this.settings = settings;
		this.meters = meters;
	}

	/** What becomes of somebody who comes back with this answer. */
	Outcome arrive(HttpServletRequest request, Answer answer) {
		Optional<String> to = this.states.destination(answer.state(), answer.browser());
		Outcome outcome = to.isEmpty() ? new Turned(Why.STALE, H5Path.HOME)
				: answer.code().isEmpty() ? new Turned(Why.DENIED, to.get()) : arrive(request, answer, to.get());
		this.meters
			.counter("wx.h5.arrival", "outcome", (outcome instanceof Turned turned) ? turned.why().name() : "SIGNED_IN")
			.increment();
		return outcome;
	}

	private Outcome arrive(HttpServletRequest request, Answer answer, String to) {
		return switch (this.states.claim(answer.state(), answer.code())) {
			case FIRST -> first(request, answer, to);
			case AGAIN -> again(request, answer, to);
			case OTHER_CODE -> new Turned(Why.STALE, H5Path.HOME);
		};
	}

	private Outcome first(HttpServletRequest request, Answer answer, String to) {
		WxMpAuthorization.Identity identity = this.authorization.identify(answer.appId(), answer.code());
		if (identity instanceof WxMpAuthorization.Known known) {
			long session = this.sessions.begin(answer.appId(), known.openId(), device(request));
			this.states.settle(answer.state(), SIGNED_IN + session);
			return signedIn(request, session, to);
		}
		if (identity instanceof WxMpAuthorization.Unreached unreached && !unreached.isMaybeUsed()) {
			this.states.giveBack(answer.state());
			return new Turned(Why.UNREACHED, to);
		}
		Why why = (identity instanceof WxMpAuthorization.Snapshot) ? Why.SNAPSHOT
				: (identity instanceof WxMpAuthorization.Refused) ? Why.REFUSED : Why.UNREACHED;
		this.states.settle(answer.state(), why.name());
		return new Turned(why, to);
	}

	/** The back button, or a browser that looked ahead: the same session as before. */
	private Outcome again(HttpServletRequest request, Answer answer, String to) {
		String outcome = this.states.outcome(answer.state()).orElse(Why.UNREACHED.name());
		if (!outcome.startsWith(SIGNED_IN)) {
			return new Turned(Why.valueOf(outcome), to);
		}
		long session = Long.parseLong(outcome.substring(SIGNED_IN.length()));
		boolean isOver = this.sessions.visitor(session).isEmpty();
		return isOver ? new Turned(Why.STALE, to) : signedIn(request, session, to);
	}

	/** Under a new secret and with nothing of before, unless it is the same session. */
	private Outcome signedIn(HttpServletRequest request, long session, String to) {
		HttpSession present = request.getSession(false);
		if (present == null || session != number(present)) {
			HttpSession fresh = CurrentSession.fresh(request);
			fresh.setMaxInactiveInterval((int) this.settings.sessionFor().toSeconds());
			fresh.setAttribute(SESSION, session);
		}
		return new SignedIn(to);
	}

	/** The number of our session that this one carries. */
	static long number(HttpSession session) {
		return (session.getAttribute(SESSION) instanceof Number number) ? number.longValue() : 0L;
	}

	private static String device(HttpServletRequest request) {
		String said = String.valueOf(request.getHeader("User-Agent"));
		return said.contains("iPhone") ? "iPhone" : said.contains("iPad") ? "iPad" : said.contains("Harmony") ? "鸿蒙手机"
				: said.contains("Android") ? "安卓手机" : said.contains("Windows") ? "Windows" : "其他";
	}

	/**
	 * What came back.
	 *
	 * @param appId the account that asked
	 * @param browser the word in the browser's cookie; empty if there is none
	 * @param state as the platform gave it back
	 * @param code what stands for the person; empty if the person said no
	 */
	record Answer(String appId, String browser, String state, String code) {

		/** Keeps the words out of every log. */
		@Override
		public String toString() {
			return "Answer";
		}

	}

	/** What became of it. */
	sealed interface Outcome {

	}

	/** Somebody is signed in and goes on to this page. */
	record SignedIn(String to) implements Outcome {
	}

	/** Nobody is signed in; the page says why and where they wanted to go. */
	record Turned(Why why, String to) implements Outcome {
	}

	/** Why nobody is signed in. */
	enum Why {

		/** The state is unknown: too old, of another browser, or made up. */
		STALE,

		/** The person said no. */
		DENIED,

		/** A snapshot page. */
		SNAPSHOT,

		/** The platform does not accept the code. */
		REFUSED,

		/** The platform does not answer. */
		UNREACHED

	}

}
