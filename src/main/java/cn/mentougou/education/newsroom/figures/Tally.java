package cn.mentougou.education.newsroom.figures;

/**
 * What the platform counted, of an article or of all of them.
 *
 * @param readUser how many people read
 * @param shareUser how many sent it on (转发)
 * @param zaikanUser how many marked it as 在看
 * @param likeUser how many liked it (点赞)
 * @param commentCount how many comments were left (留言)
 */
record Tally(int readUser, int shareUser, int zaikanUser, int likeUser, int commentCount) {

}
