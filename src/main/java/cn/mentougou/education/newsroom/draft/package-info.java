/**
 * Items while people write them: numbered versions, of which one that was handed in is
 * never changed again, with source, reprint, checked facts, pictures and files. Any
 * change of what will be shown is another content hash and voids what was reviewed. What
 * the leader approves is released to {@code newsroom.news} in the same transaction. Event
 * in: {@link cn.mentougou.education.office.review.ReviewApproved}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.attachment", "office.review",
		"office.unit", "newsroom.markup", "newsroom.outlet", "newsroom.board", "newsroom.news", "newsroom.provenance" })
package cn.mentougou.education.newsroom.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
