package cn.mentougou.education.office.review;

/**
 * A review or an approval holds no longer: the content was changed, or the leader took
 * the approval back. Published inside the transaction.
 *
 * @param kind the code of its kind
 * @param id its number within the kind
 */
public record ReviewVoided(String kind, String id) {

}
