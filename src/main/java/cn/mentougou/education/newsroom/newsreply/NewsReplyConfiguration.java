package cn.mentougou.education.newsroom.newsreply;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.menu.MenuTargets;

/** The answers, one handler for each turn, and what menus can lead to. */
@Configuration(proxyBeanMethods = false)
class NewsReplyConfiguration {

	private final String site;

	NewsReplyConfiguration(@Value("${education.web.base-url:}") String site) {
		String address = site.strip().replaceAll("/+$", "");
		if (!address.isEmpty() && !address.matches("https?://[^/?#\\s]+")) {
			throw new Misconfigured("education.web.base-url 的写法不对：应为本站的网址，如 https://edu.example.gov.cn。");
		}
		this.site = address;
	}

	@Bean
	NewsAnswers newsAnswers(ApprovedNews news) {
		return new NewsAnswers(news::latest, this.site);
	}

	@Bean
	@Order(0)
	MessageHandler newsCommand(NewsAnswers answers) {
		return new NewsHandler(Turn.COMMAND_WORD, answers);
	}

	@Bean
	@Order(0)
	MessageHandler newsWords(NewsAnswers answers) {
		return new NewsHandler(Turn.WHOLE_KEYWORD, answers);
	}

	@Bean
	@Order(0)
	MessageHandler newsEntries(NewsAnswers answers) {
		return new NewsHandler(Turn.MENU_KEY, answers);
	}

	/** The same for both accounts. */
	@Bean
	@Order(0)
	MenuTargets newsTargets() {
		List<MenuTargets.Target> targets = new ArrayList<>();
		for (NewsWish wish : NewsWish.values()) {
			targets.add(MenuTargets.Target.key(wish.key(), wish.entry()));
			if (!this.site.isEmpty() && !wish.page().equals("/news")) {
				targets.add(MenuTargets.Target.page(this.site + wish.page(), wish.entry() + "的网页"));
			}
		}
		if (!this.site.isEmpty()) {
			targets.add(MenuTargets.Target.page(this.site + "/", "门头沟教育首页"));
			targets.add(MenuTargets.Target.page(this.site + "/news", "全部新闻的网页"));
		}
		return (account) -> targets;
	}

}
