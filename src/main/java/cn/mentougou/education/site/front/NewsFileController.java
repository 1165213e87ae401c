package cn.mentougou.education.site.front;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.counter.PublishedFiles;
import cn.mentougou.education.shared.Refusal;

/** Pictures and files of items, as long as the item is shown. */
@Controller
class NewsFileController {

	/**
	 * What stands under an address never changes, so a browser need not ask again; only a
	 * reader's own browser keeps it, since what was withdrawn must be gone everywhere.
	 */
	static final String KEPT_BY_BROWSERS = "private, max-age=31536000, immutable";

	private final ApprovedNews news;

	private final PublishedFiles files;

	NewsFileController(ApprovedNews news, PublishedFiles files) {
		this.news = news;
		this.files = files;
	}

	@GetMapping("/news/pictures/{attachment:[0-9]{1,18}}")
	void picture(@PathVariable long attachment, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String code = this.news.publicCode(new AttachmentId(attachment))
			.orElseThrow(() -> new Refusal.NotFound("front.no-such-file"));
		this.files.send(code, KEPT_BY_BROWSERS, request, response);
	}

	@GetMapping("/news/{id:[0-9]{1,18}}/files/{attachment:[0-9]{1,18}}")
	void file(@PathVariable long id, @PathVariable long attachment, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String code = this.news.shown(new NewsId(id))
			.flatMap(
					(item) -> item.attachments().stream().filter((file) -> file.id().value() == attachment).findFirst())
			.map(AttachmentRef::publicCode)
			.orElseThrow(() -> new Refusal.NotFound("front.no-such-file"));
		this.files.send(code, FrontController.ASK_AGAIN, request, response);
	}

}
