package cn.mentougou.education.office.post;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * A person works for disclosure.
 *
 * @param id its number
 * @param person who
 * @param kind how much
 * @param fromOn the first day
 * @param untilOn the last day, or null if there is none
 */
public record DisclosurePost(long id, PersonId person, PostKind kind, LocalDate fromOn, @Nullable LocalDate untilOn) {

}
