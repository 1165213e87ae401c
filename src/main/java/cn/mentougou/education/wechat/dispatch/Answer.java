package cn.mentougou.education.wechat.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What the platform is answered: a reply in clear, or {@code success}, which shows the
 * person nothing and ends the repeats.
 */
public record Answer(byte @Nullable [] reply) {

	/** Nothing to show. */
	public static final Answer SUCCESS = new Answer(null);

}
