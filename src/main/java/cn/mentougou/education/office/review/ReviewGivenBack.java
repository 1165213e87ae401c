package cn.mentougou.education.office.review;

/**
 * Something was given back to its section. Published inside the transaction.
 *
 * @param kind the code of its kind
 * @param id its number within the kind
 */
public record ReviewGivenBack(String kind, String id) {

}
