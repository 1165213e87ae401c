package cn.mentougou.education.newsroom.articledesk;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.article.ArticleSource;
import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;

/** What people work on, in the form of which an article is made once it is approved. */
@Component
class DraftSources {

	private final Attachments attachments;

	private final Clock clock;

	DraftSources(Attachments attachments, Clock clock) {
		this.attachments = attachments;
		this.clock = clock;
	}

	ArticleSource of(NewsItem item, NewsDraft draft) {
		@Nullable Long cover = draft.cover();
		@Nullable String outlet = draft.sourceOutlet();
		@Nullable String correction = draft.correction();
		return new ArticleSource(draft.title(), draft.author(), draft.digest(), draft.shownBody(),
				(cover != null) ? cover.toString() : null, "/news/" + item.id(),
				draft.attachments()
					.stream()
					.flatMap((id) -> this.attachments.find(new AttachmentId(id)).stream())
					.map(Attachment::name)
					.toList(),
				(outlet != null) ? new ArticleSource.Outlet(outlet, draft.sourceOn(), draft.sourceLink()) : null,
				(correction != null) ? new ArticleSource.Corrected(LocalDate.now(this.clock), correction) : null,
				draft.aiUse() == AiUse.USED);
	}

}
