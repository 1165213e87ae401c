package cn.mentougou.education.newsroom.news;

/**
 * A corrected version (更正) is shown from now on; published inside the transaction.
 *
 * @param id which item
 * @param version which version
 */
public record NewsCorrected(NewsId id, int version) {

}
