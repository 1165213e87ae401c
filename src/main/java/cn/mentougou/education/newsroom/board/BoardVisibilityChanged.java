package cn.mentougou.education.newsroom.board;

/**
 * A board is shown to others than before; published inside the transaction.
 *
 * @param board which one
 */
public record BoardVisibilityChanged(BoardId board) {

}
