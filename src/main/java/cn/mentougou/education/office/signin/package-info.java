/**
 * Sign-ins of the staff (登录账号, GB/T 22239-2019, 8.1.4.1): who has one, with which
 * password and second factor, what was guessed at it and when it is locked. People and
 * sign-ins are two things: a teacher has none. The pages through which people come in are
 * those of {@code office.door}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.access", "office.audit", "office.credential", "office.job",
		"office.privacy", "office.session", "office.staff" })
package cn.mentougou.education.office.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
