/**
 * The news for programs, such as the terminal of mobile learning (移动学习终端):
 * {@code /feeds/news.json} (JSON Feed 1.1), {@code .atom} (RFC 4287) and {@code .rss}
 * (RSS 2.0), each for one level with {@code ?level=national|beijing|district}. They hold
 * the newest items as they were approved, marks and corrections included, and announce
 * what was withdrawn: by {@code at:deleted-entry} (RFC 6721) in Atom, by the same element
 * as an extension in RSS, which has nothing of its own, and in JSON by the extension
 * {@code _withdrawn} with {@code id}, {@code url}, {@code withdrawn_at} and
 * {@code reason}. An item has one id in all three. Whoever asks again with
 * {@code If-None-Match} or {@code If-Modified-Since} gets 304 from memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.attachment", "office.inspection", "newsroom.markup",
		"newsroom.board", "newsroom.news", "wechat.web" })
package cn.mentougou.education.site.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
