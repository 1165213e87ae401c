/**
 * The pages of the newsroom at the console: the list of items, the item with its
 * versions, the editor that saves by itself, and the registers of outlets and boards.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.attachment",
		"office.inspection", "office.review", "office.unit", "office.staff", "newsroom.markup", "newsroom.outlet",
		"newsroom.board", "newsroom.news", "newsroom.provenance", "newsroom.draft" })
package cn.mentougou.education.newsroom.newsdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
