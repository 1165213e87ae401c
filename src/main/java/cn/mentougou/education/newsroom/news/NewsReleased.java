package cn.mentougou.education.newsroom.news;

/**
 * A version is shown from now on; published inside the transaction.
 *
 * @param id which item
 * @param version which version
 */
public record NewsReleased(NewsId id, int version) {

}
