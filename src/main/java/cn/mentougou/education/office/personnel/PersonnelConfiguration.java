package cn.mentougou.education.office.personnel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.SearchSource;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.PersonFilter;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The page of the people and how the search box finds them. */
@Configuration(proxyBeanMethods = false)
class PersonnelConfiguration {

	private static final int MOST_HITS = 10;

	@Bean
	ConsolePage personPage() {
		return new ConsolePage("/console/people", "人员", ConsolePage.Section.OFFICE, 1,
				Set.of(Role.SYSTEM_ADMINISTRATOR, Role.SCHOOL_ADMINISTRATOR),
				"这里登记在岗人员，学校管理员只管本校。按姓名查找要填写完整的姓名。手机号平时只显示首尾几位，" + "需要完整号码时选择原因，系统会记录是谁、为什么查看。教师只需登记，不用开通登录。");
	}

	@Bean
	SearchSource personSearch(People people, Register register) {
		return (actor, words) -> {
			try {
				PersonFilter here = new PersonFilter(null, null, words, false, 0, MOST_HITS);
				PersonFilter left = new PersonFilter(null, null, words, true, 0, MOST_HITS);
				return Stream.concat(people.list(actor, here).stream(), people.list(actor, left).stream())
					.limit(MOST_HITS)
					.map((person) -> new SearchSource.Hit("人员",
							person.name() + "（" + register.view(person).unit() + (person.isHere() ? "）" : "，已离开）"),
							"/console/people/" + person.id().value()))
					.toList();
			}
			catch (Refusal.Invalid ex) {
				return List.of();
			}
		};
	}

}
