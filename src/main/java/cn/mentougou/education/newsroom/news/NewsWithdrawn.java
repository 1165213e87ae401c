package cn.mentougou.education.newsroom.news;

/**
 * An item is withdrawn (撤回): it must vanish everywhere; published inside the transaction.
 *
 * @param id which item
 */
public record NewsWithdrawn(NewsId id) {

}
