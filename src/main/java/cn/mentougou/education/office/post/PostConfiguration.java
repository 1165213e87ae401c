package cn.mentougou.education.office.post;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The page of the posts. */
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

	@Bean
	ConsolePage postPage() {
		return new ConsolePage("/console/posts", "信息公开岗位", ConsolePage.Section.DISCLOSURE, 80,
				Set.of(Role.DISCLOSURE_CLERK),
				"这里登记从事信息公开工作的人员，分全职和兼职。年度报告按年末这一天的登记统计：总数等于全职加兼职，" + "所以人员变动当天就要登记，不要事后改。");
	}

}
