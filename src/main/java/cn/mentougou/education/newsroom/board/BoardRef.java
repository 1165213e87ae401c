package cn.mentougou.education.newsroom.board;

/**
 * A board as an item names it.
 *
 * @param id its number
 * @param code what it is called in addresses: one of the {@link StandingBoard} codes in
 * lower case, or {@code topic-} and a number for a campaign board
 * @param title what people read, such as 教育新闻
 */
public record BoardRef(BoardId id, String code, String title) {

}
