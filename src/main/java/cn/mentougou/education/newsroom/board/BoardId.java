package cn.mentougou.education.newsroom.board;

/**
 * A board of the website.
 *
 * @param value the number inside the database
 */
public record BoardId(long value) {

}
