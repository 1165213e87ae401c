/**
 * News that was approved, and nothing else: the one way by which site, feed, push and
 * kiosk get content. What stands here was released while
 * {@link cn.mentougou.education.office.review.ApprovalGate} said yes to exactly this
 * content; it stays as it is while people work on the next version, until that one is
 * approved or the item is withdrawn (撤回), which leaves a tombstone with reason and date.
 * Events out: {@link cn.mentougou.education.newsroom.news.NewsReleased},
 * {@link cn.mentougou.education.newsroom.news.NewsCorrected},
 * {@link cn.mentougou.education.newsroom.news.NewsWithdrawn}, inside the transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.attachment", "office.list",
		"office.review", "newsroom.board" })
package cn.mentougou.education.newsroom.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
