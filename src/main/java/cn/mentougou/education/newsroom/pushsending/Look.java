package cn.mentougou.education.newsroom.pushsending;

import java.util.List;

/** What the platform showed when it was asked. */
sealed interface Look {

	/**
	 * It is there.
	 *
	 * @param id the platform's number or word
	 * @param urls addresses of the articles, if it told
	 */
	record Found(String id, List<String> urls) implements Look {

		static Found of(String id) {
			return new Found(id, List.of());
		}

	}

	/** It is not there. */
	record Absent() implements Look {
	}

	/** The platform did not say. */
	record Silent(String reason) implements Look {
	}

}
