/**
 * People of the commission, its sections, schools and institutes, and the roles they hold
 * for units. People and sign-ins are two things: a teacher needs a person and an
 * appointment, neither console account nor password. Nobody gives themselves a role, no
 * one person holds two of the three administrators (三员分立, GB/T 22239-2019, 8.1.4.2), and
 * none of the three is left without a holder. Names and phones are sealed. Event out:
 * {@link cn.mentougou.education.office.staff.PersonLeft}.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.privacy", "office.console", "office.audit", "office.unit" })
package cn.mentougou.education.office.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
