/**
 * The first start: there is no default account, so a one-time link is printed. It founds
 * the commission and yields three links, one for each administrator (三员分立, GB/T
 * 22239-2019, 8.1.4.2), of which no one person opens two: neither one browser, nor one
 * name, telephone or sign-in. That two browsers are two people is for the commission to
 * see to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.audit", "office.unit", "office.staff",
		"office.signin" })
package cn.mentougou.education.office.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
