package cn.mentougou.education.wechat.breaker;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.breaker.*}.
 *
 * @param restFor how long the platform is left alone before calls try again; it doubles
 * with each attempt in vain, up to a minute
 */
@ConfigurationProperties("education.breaker")
record BreakerSettings(@DefaultValue("5s") Duration restFor) {

	/** The longest rest. */
	static final Duration LONGEST_REST = Duration.ofMinutes(1);

	BreakerSettings {
		if (restFor.compareTo(Duration.ofSeconds(1)) < 0 || restFor.compareTo(LONGEST_REST) > 0) {
			throw new Misconfigured("education.breaker.rest-for 应在 1s 到 60s 之间。");
		}
	}

	/** How long it rests after so many attempts in a row. */
	long restMillis(int attempts) {
		long doubled = this.restFor.toMillis() << Math.min(Math.max(attempts - 1, 0), 6);
		return Math.min(doubled, LONGEST_REST.toMillis());
	}

}
