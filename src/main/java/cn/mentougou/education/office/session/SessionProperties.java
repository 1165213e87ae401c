package cn.mentougou.education.office.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.session.*}.
 *
 * @param idleFor how long a session may be unused
 * @param endAfter how long a session may last, used or not
 */
@ConfigurationProperties("education.session")
record SessionProperties(@DefaultValue("30m") Duration idleFor, @DefaultValue("8h") Duration endAfter) {

	private static final Duration LONGEST_IDLE = Duration.ofHours(1);

	private static final Duration LONGEST = Duration.ofHours(24);

	/** Refuses limits that are none. */
	SessionProperties {
		if (idleFor.compareTo(Duration.ofMinutes(2)) < 0 || idleFor.compareTo(LONGEST_IDLE) > 0) {
			throw new Misconfigured("education.session.idle-for 应在 2m 到 1h 之间。");
		}
		if (endAfter.compareTo(idleFor) < 0 || endAfter.compareTo(LONGEST) > 0) {
			throw new Misconfigured("education.session.end-after 应不短于 idle-for，且不超过 24h。");
		}
	}

}
