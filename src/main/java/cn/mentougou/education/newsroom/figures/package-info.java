/**
 * Figures of the news: what the platform counts of our articles, fetched every morning
 * and kept, because it forgets after thirty days (数据统计, 图文分析数据接口); and how many items
 * were shown and how many pushes went out, two numbers that are never mixed, by year,
 * level, board and section. Events in:
 * {@link cn.mentougou.education.newsroom.news.NewsReleased},
 * {@link cn.mentougou.education.newsroom.news.NewsCorrected},
 * {@link cn.mentougou.education.newsroom.news.NewsWithdrawn}.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.console", "office.job", "office.list", "office.review", "office.unit",
				"wechat.account", "wechat.call", "wechat.token", "newsroom.board", "newsroom.news", "newsroom.push" })
package cn.mentougou.education.newsroom.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
