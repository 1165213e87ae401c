package cn.mentougou.education.newsroom.pushsending;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What one call came to. */
sealed interface Answer {

	/**
	 * The platform took it.
	 *
	 * @param id its number of what it made
	 * @param dataId msg_data_id, if it told
	 */
	record Taken(String id, @Nullable String dataId) implements Answer {
	}

	/** The platform knows this clientmsgid (45065), of the mass send with this number. */
	record Known(String id) implements Answer {
	}

	/** It refused. */
	record Refused(String code, String rid) implements Answer {
	}

	/** Surely nothing was read there. */
	record NotSent(String reason, String rid, @Nullable Instant notBefore) implements Answer {
	}

	/** Nobody here knows. */
	record Unknown(String reason, String rid) implements Answer {
	}

}
