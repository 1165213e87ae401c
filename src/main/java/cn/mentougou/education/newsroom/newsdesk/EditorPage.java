package cn.mentougou.education.newsroom.newsdesk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.draft.Obstacles;
import cn.mentougou.education.newsroom.draft.Stage;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.newsroom.outlet.Outlet;
import cn.mentougou.education.newsroom.outlet.Outlets;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;

/** What the page of the editor shows. */
@Component
class EditorPage {

	private static final String POLICY = "Content-Security-Policy";

	private final Boards boards;

	private final Outlets outlets;

	private final Obstacles obstacles;

	private final Releases releases;

	private final Attachments attachments;

	EditorPage(Boards boards, Outlets outlets, Obstacles obstacles, Releases releases, Attachments attachments) {
		this.boards = boards;
		this.outlets = outlets;
		this.obstacles = obstacles;
		this.releases = releases;
		this.attachments = attachments;
	}

	void fill(NewsItem item, NewsForm form, List<String> others, Model model) {
		model.addAttribute("item", item);
		model.addAttribute("form", form);
		model.addAttribute("others", others);
		model.addAttribute("boards", this.boards.writable());
		model.addAttribute("levels", NewsLevel.values());
		model.addAttribute("outlets", this.outlets.all().stream().filter(Outlet::isUsed).toList());
		model.addAttribute("aiUses", AiUse.values());
		model.addAttribute("titleLimit", this.obstacles.titleLimit());
		model.addAttribute("limits", this.obstacles.limits());
		model.addAttribute("voids", item.stage() == Stage.SUBMITTED || item.stage() == Stage.APPROVED);
		model.addAttribute("isShown", this.releases.isReleased(new NewsId(item.id())));
		model.addAttribute("files",
				Objects.requireNonNullElse(form.files(), List.<Long>of())
					.stream()
					.flatMap((id) -> this.attachments.find(new AttachmentId(id)).stream())
					.toList());
		model.addAttribute("cover",
				Optional.ofNullable(form.cover())
					.flatMap((id) -> this.attachments.find(new AttachmentId(id)))
					.orElse(null));
	}

	/**
	 * The editor's tables and pictures carry their sizes in style attributes, on this
	 * page alone.
	 */
	static void allowStyleAttributes(HttpServletResponse response) {
		String policy = response.getHeader(POLICY);
		if (policy != null) {
			response.setHeader(POLICY, policy + "; style-src-attr 'unsafe-inline'");
		}
	}

}
