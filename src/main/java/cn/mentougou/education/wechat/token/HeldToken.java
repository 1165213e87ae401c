package cn.mentougou.education.wechat.token;

import java.time.Duration;
import java.time.Instant;

/**
 * A token and the end of its life.
 *
 * @param value the token itself
 * @param expiresAt when the platform stops accepting it
 */
record HeldToken(String value, Instant expiresAt) {

	/** Whether it lives at least this long from now on. */
	boolean lives(Duration time, Instant now) {
		return !this.expiresAt.isBefore(now.plus(time));
	}

	/** Keeps the token out of every log. */
	@Override
	public String toString() {
		return "HeldToken[until " + this.expiresAt + "]";
	}

}
