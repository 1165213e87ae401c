package cn.mentougou.education.newsroom.news;

import java.time.Instant;

/**
 * What stays of an item that was withdrawn (撤回).
 *
 * @param id its number
 * @param title what it was called
 * @param reason why it was withdrawn, as people read it
 * @param withdrawnAt when
 * @param firstShownAt since when it had been shown
 */
public record Tombstone(NewsId id, String title, String reason, Instant withdrawnAt, Instant firstShownAt) {

}
