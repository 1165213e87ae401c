package cn.mentougou.education.wechat.overview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An account as the page shows it.
 *
 * @param title kind and AppID
 * @param status whether it is verified
 * @param token how it stands with its token
 * @param connection how it stands with the way to the platform
 * @param quotas what was used today
 * @param errors what the platform answered lately
 * @param capabilities what it may do
 */
record AccountOverview(String title, String status, Light token, Light connection, List<Quota> quotas,
		List<Trouble> errors, List<Ability> capabilities) {

	/**
	 * Good or bad, and a sentence.
	 *
	 * @param isGood whether nothing is to be done
	 * @param word the state in a word
	 * @param sentence what it means
	 * @param remedy what to do, or null
	 */
	record Light(boolean isGood, String word, String sentence, @Nullable String remedy) {
	}

	/** What was used of a call that the platform bounds. */
	record Quota(String title, String api, int used, int limit, int left, boolean isLow) {
	}

	/** An error, how often and when, what it means and what to do. */
	record Trouble(String code, long times, String lastAt, String meaning, String advice) {
	}

	/** Something that an account may do, or not and why. */
	record Ability(String title, boolean may, String reason) {
	}

}
