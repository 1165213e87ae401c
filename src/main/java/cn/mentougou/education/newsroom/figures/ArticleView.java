package cn.mentougou.education.newsroom.figures;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An article with what was counted of it in its first thirty days.
 *
 * @param title its title; of one that did not go out from here, where it came from
 * @param url where it can be read, or null
 * @param publishedOn when it went out
 * @param notified whether followers were told of it
 * @param readUser how many people read, summed over the days
 * @param shareUser how many sent it on
 * @param likeUser how many liked it
 * @param zaikanUser how many marked it as 在看
 * @param commentCount how many comments were left
 */
record ArticleView(String title, @Nullable String url, LocalDate publishedOn, boolean notified, long readUser,
		long shareUser, long likeUser, long zaikanUser, long commentCount) {

}
