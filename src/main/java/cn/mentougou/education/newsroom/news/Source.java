package cn.mentougou.education.newsroom.news;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Where an item comes from.
 *
 * @param outlet the name of the outlet or the section
 * @param publishedOn when it appeared there; null if it was not said
 * @param link its address there; null if there is none
 */
public record Source(String outlet, @Nullable LocalDate publishedOn, @Nullable String link) {

}
