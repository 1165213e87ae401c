/**
 * The first view of the website: {@code /} with the newest items by board, {@code /news}
 * with all of them, {@code /news/{id}} with one, its pictures and its files. It shows
 * what {@link cn.mentougou.education.newsroom.news.ApprovedNews} gives and knows nothing
 * else of an item, so what is not approved cannot be seen here and what was withdrawn
 * answers 410 with reason and date. The pages work without scripts and cookies, by
 * keyboard and on old telephones (无障碍环境建设法 Art. 32).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.access", "office.attachment", "office.counter",
		"office.list", "newsroom.markup", "newsroom.board", "newsroom.news" })
package cn.mentougou.education.site.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
