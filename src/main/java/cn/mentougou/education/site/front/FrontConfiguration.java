package cn.mentougou.education.site.front;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.office.access.PublicPath;

/** The desk of the pages, and that everybody may read them. */
@Configuration(proxyBeanMethods = false)
class FrontConfiguration {

	@Bean
	FrontDesk frontDesk(ApprovedNews news, Boards boards) {
		return new FrontDesk(news, boards);
	}

	@Bean
	PublicPath homePath() {
		return new PublicPath("/");
	}

	@Bean
	PublicPath newsPaths() {
		return new PublicPath("/news/**");
	}

}
