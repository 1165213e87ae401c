package cn.mentougou.education.office.unit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.SearchSource;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** The page of the units and how the search box finds them. */
@Configuration(proxyBeanMethods = false)
class UnitConfiguration {

	private static final int MOST_HITS = 10;

	@Bean
	ConsolePage unitPage() {
		return new ConsolePage("/console/units", "机构", ConsolePage.Section.OFFICE, 0, Set.of(Role.SYSTEM_ADMINISTRATOR),
				"这里管理教委、科室、学校和事业单位。职责按单位授予，对该单位和它的全部下级有效，所以移动一个单位会改变谁能管它。" + "撤销前要先把人员调走、把职责收回；撤销后名称仍保留在历史记录里。");
	}

	@Bean
	SearchSource unitSearch(Units units) {
		return (actor, words) -> {
			Set<UnitId> visible = actor.reach(Role.SYSTEM_ADMINISTRATOR);
			String wanted = words.strip().toLowerCase(Locale.ROOT);
			return (wanted.isEmpty() || visible.isEmpty()) ? List.of() : units.all()
				.stream()
				.filter((unit) -> visible.contains(unit.id()) && unit.name().toLowerCase(Locale.ROOT).contains(wanted))
				.limit(MOST_HITS)
				.map((unit) -> new SearchSource.Hit("单位", unit.open() ? unit.name() : unit.name() + "（已撤销）",
						"/console/units/" + unit.id().value()))
				.toList();
		};
	}

}
