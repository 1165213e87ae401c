package cn.mentougou.education.newsroom.pushseries;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The page of the series. */
@Configuration(proxyBeanMethods = false)
class SeriesConfiguration {

	@Bean
	ConsolePage seriesPage() {
		return new ConsolePage(SeriesConsoleController.PATH, "推送系列", ConsolePage.Section.NEWS, 50, Set.of(Role.EDITOR),
				"系列是推送的模板，例如“每日教育新闻”每天 17:30。登记以后，日历在每个日子留出位置；点开那个位置，账号、时间和最近批准的稿件都已填好，核对后保存就排好了。");
	}

}
