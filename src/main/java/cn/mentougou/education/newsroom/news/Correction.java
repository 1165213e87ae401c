package cn.mentougou.education.newsroom.news;

import java.time.Instant;

/**
 * A correction (更正) of something that had been shown.
 *
 * @param at since when the corrected version is shown
 * @param what what was wrong and how it is right, as people read it
 */
public record Correction(Instant at, String what) {

}
