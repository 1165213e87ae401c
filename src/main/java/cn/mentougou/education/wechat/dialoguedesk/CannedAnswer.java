package cn.mentougou.education.wechat.dialoguedesk;

/**
 * An answer that is given often.
 *
 * @param id its number
 * @param title what it is found by
 * @param words what is said
 * @param version raised with every change
 */
record CannedAnswer(long id, String title, String words, long version) {
}
