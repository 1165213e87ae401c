package cn.mentougou.education.newsroom.figures;

import java.time.Duration;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.shared.Role;

/** The page of the figures, and the job that fetches them. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

	/** Most runs find that yesterday is complete, and ask nothing. */
	private static final Duration AGAIN = Duration.ofMinutes(30);

	@Bean
	ConsolePage newsFiguresPage() {
		return new ConsolePage("/console/news-figures", "新闻数据", ConsolePage.Section.NEWS, 55,
				Set.of(Role.EDITOR, Role.LEADER),
				"上面是微信统计的文章阅读、转发等人数，每天早上八点以后取前一天的数字，取回后一直保存；"
						+ "标明“还不完整”的那天会再取。下面是本系统自己的计数：新闻按首次公开的日期算，一条只算一次；推送按发出的次数算，两者分开，不能相加。"
						+ "每张图旁边都有同样内容的表格，可以导出 CSV。");
	}

	@Bean
	Job newsFigures(FigurePull pull) {
		return Job.every("news-figures", "取微信的文章数据", AGAIN, pull::run);
	}

}
