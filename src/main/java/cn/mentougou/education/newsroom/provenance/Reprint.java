package cn.mentougou.education.newsroom.provenance;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An item that is reprinted (转载).
 *
 * @param listedOn the day of the list of sources on which the outlet stood; null if it
 * was not found there
 * @param permission what the outlet agreed to
 * @param originality what the platform said
 * @param decision whether to go on
 * @param reason why
 * @param decidedBy who decided; null while open
 * @param decidedAt when
 */
public record Reprint(@Nullable LocalDate listedOn, String permission, Originality originality, Decision decision,
		String reason, @Nullable Long decidedBy, @Nullable Instant decidedAt) {

	/** Whether to go on with a reprint. */
	public enum Decision {

		/** Nobody decided: it cannot be handed in. */
		OPEN("还没有决定"),

		/** It goes on, as a reprint with its source. */
		GO_ON("继续转载"),

		/** It stops here. */
		STOP("不转载");

		private final String title;

		Decision(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
