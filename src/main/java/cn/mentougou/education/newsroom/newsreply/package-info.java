/**
 * The news in answer to people who write 新闻, 国家, 北京 or 我区 to an account or tap the
 * entries of its menu: the newest approved items as article cards. Of cards the platform
 * shows one in answer to a text and up to eight in answer to a tap, so the one card names
 * the next ones, and its page leads to them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "newsroom.board", "newsroom.news", "wechat.account",
		"wechat.envelope", "wechat.dispatch", "wechat.menu" })
package cn.mentougou.education.newsroom.newsreply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
