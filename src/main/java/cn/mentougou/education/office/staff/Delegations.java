package cn.mentougou.education.office.staff;

import java.time.LocalDate;
import java.util.Set;

import cn.mentougou.education.shared.PersonId;

/**
 * Who acts for whom while somebody is absent; kept by the desk of absences, above this
 * one.
 */
public interface Delegations {

	/** The numbers of others' appointments that this person may use on this day. */
	Set<Long> lentTo(PersonId delegate, LocalDate day);

}
