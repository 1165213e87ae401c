package cn.mentougou.faultproxy;

import java.time.Duration;
import java.util.Locale;

/**
 * How the line behaves, until it is told otherwise. Links that are open follow too.
 *
 * @param trouble what goes wrong
 * @param there the delay of each piece on the way to the server
 * @param back the delay of each piece on the way to the client
 * @param bytes after how many bytes of a link from the server it is cut, or how many
 * bytes a second it lets through
 * @param words what the client says before its link is cut instead of answered; in small
 * letters
 */
public record Behaviour(Trouble trouble, Duration there, Duration back, long bytes, String words) {

	/** Everything goes through at once. */
	public static final Behaviour PASS = of(Trouble.NONE, 0);

	/**
	 * Nothing goes through and nobody is told: links open and stay silent, as behind a
	 * firewall that drops. What was said in the meantime arrives when this is over.
	 */
	public static final Behaviour BLACK_HOLE = of(Trouble.BLACK_HOLE, 0);

	/** The server hears everything, the client hears nothing. */
	public static final Behaviour ANSWERS_LOST = of(Trouble.ANSWERS_LOST, 0);

	/** Nobody listens; open links are reset. */
	public static final Behaviour REFUSE = of(Trouble.REFUSE, 0);

	/** Each piece is late, whichever way it goes. */
	public static Behaviour late(Duration there, Duration back) {
		return new Behaviour(Trouble.NONE, there, back, 0, "");
	}

	/** A link is reset when this many bytes came from the server over it. */
	public static Behaviour cutAfter(long bytes) {
		return of(Trouble.CUT, bytes);
	}

	/** The server's words come in drips. */
	public static Behaviour drip(long bytesASecond) {
		return of(Trouble.DRIP, bytesASecond);
	}

	/**
	 * The server hears and answers, but a link on which the client says these words is
	 * reset in the place of that answer.
	 */
	public static Behaviour answerLostAfter(String words) {
		return new Behaviour(Trouble.ANSWER_LOST_AFTER, Duration.ZERO, Duration.ZERO, 0,
				words.toLowerCase(Locale.ROOT));
	}

	private static Behaviour of(Trouble trouble, long bytes) {
		return new Behaviour(trouble, Duration.ZERO, Duration.ZERO, bytes, "");
	}

	/** What goes wrong. */
	public enum Trouble {

		/** Nothing but delay. */
		NONE,

		/** Both ways stand still. */
		BLACK_HOLE,

		/** The way back stands still. */
		ANSWERS_LOST,

		/** Reset after some bytes. */
		CUT,

		/** Some bytes a second. */
		DRIP,

		/** Reset instead of the answer to certain words. */
		ANSWER_LOST_AFTER,

		/** Nobody listens. */
		REFUSE

	}

}
