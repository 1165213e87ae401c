/**
 * Hands approved items to the pushes: how each item stands, which only the gate of
 * {@code office.review} decides, and the articles of those that may go, with their
 * pictures brought to the platform. Nothing else gives content to a push.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "office.review", "newsroom.news", "newsroom.draft", "newsroom.article",
		"newsroom.push", "newsroom.pushsending" })
package cn.mentougou.education.newsroom.pushmaterial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
