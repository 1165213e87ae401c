package cn.mentougou.education.wechat.dialoguedesk;

/**
 * A conversation as it stands in the list and at the top of its page.
 *
 * @param id its number
 * @param number the number that people say
 * @param account the account
 * @param person the person, masked
 * @param state how far it is, with how long somebody waits
 * @param isWaiting whether somebody waits
 * @param undecided how many answers wait for a decision
 * @param owner whose it is; empty if nobody's
 * @param spokeAt when the person wrote last
 * @param time how long the person may be answered, in words
 * @param shortTime the same in a few words
 * @param isOpen whether an answer can be sent
 * @param isUrgent whether that ends within the hour
 */
record DialogueLine(long id, String number, String account, String person, String state, boolean isWaiting,
		int undecided, String owner, String spokeAt, String time, String shortTime, boolean isOpen, boolean isUrgent) {
}
