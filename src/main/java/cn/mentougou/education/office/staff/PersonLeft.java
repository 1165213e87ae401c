package cn.mentougou.education.office.staff;

import java.time.LocalDate;

import cn.mentougou.education.shared.PersonId;

/**
 * A person has left and holds no role any more; published inside the transaction, so that
 * listeners end with it what hangs on the person.
 *
 * @param person who left
 * @param on the day
 */
public record PersonLeft(PersonId person, LocalDate on) {

}
