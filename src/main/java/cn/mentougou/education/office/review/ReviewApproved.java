package cn.mentougou.education.office.review;

/**
 * The leader approved exactly this content. Published inside the transaction.
 *
 * @param kind the code of its kind
 * @param id its number within the kind
 * @param contentHash what was approved
 */
public record ReviewApproved(String kind, String id, String contentHash) {

}
