package cn.mentougou.education.site.front;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Tombstone;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Refusal;

/** The first page, the list, and an item or what stays of it. */
@Controller
class FrontController {

	/** Whoever keeps a page asks again each time: it may have been withdrawn. */
	static final String ASK_AGAIN = "no-cache";

	private static final String CSP = "Content-Security-Policy";

	private final FrontDesk desk;

	private final ApprovedNews news;

	private final Clock clock;

	FrontController(FrontDesk desk, ApprovedNews news, Clock clock) {
		this.desk = desk;
		this.news = news;
		this.clock = clock;
	}

	@GetMapping("/")
	String home(Model model, HttpServletResponse response) {
		LocalDate today = LocalDate.now(this.clock);
		response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
		model.addAttribute("newest", this.desk.newest());
		model.addAttribute("sections", this.desk.sections(today));
		model.addAttribute("archives", this.desk.archives(today));
		model.addAttribute("today", Days.inWords(today));
		return "front/home";
	}

	@GetMapping("/news")
	String list(@RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String board,
			@RequestParam(defaultValue = "") String after, Model model, HttpServletResponse response) {
		Optional<NewsLevel> ofLevel = FrontDesk.level(level);
		Optional<BoardRef> onBoard = this.desk.board(board);
		KeyPage<NewsLine> page = this.desk.list(ofLevel.orElse(null), onBoard.orElse(null),
				FrontDesk.after(after).orElse(null));
		response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
		model.addAttribute("level", level);
		model.addAttribute("board", board);
		model.addAttribute("isContinued", !after.isEmpty());
		model.addAttribute("levels", NewsLevel.values());
		model.addAttribute("boards", this.desk.openBoards());
		model.addAttribute("title", title(ofLevel, onBoard));
		model.addAttribute("page", page);
		return "front/list";
	}

	private static String title(Optional<NewsLevel> level, Optional<BoardRef> board) {
		String what = board.map(BoardRef::title).orElse("新闻");
		return level.map((one) -> what + " · " + one.title()).orElse(board.isPresent() ? what : "全部新闻");
	}

	@GetMapping("/news/{id:[0-9]{1,18}}")
	String item(@PathVariable long id, Model model, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
		Optional<ApprovedItem> item = this.news.shown(new NewsId(id));
		if (item.isPresent()) {
			return show(item.get(), model, response);
		}
		Tombstone stone = this.news.tombstone(new NewsId(id))
			.orElseThrow(() -> new Refusal.NotFound("front.no-such-item"));
		response.setStatus(HttpStatus.GONE.value());
		model.addAttribute("title", stone.title());
		model.addAttribute("reason", stone.reason());
		model.addAttribute("withdrawnAt", Days.withTime(stone.withdrawnAt()));
		return "front/withdrawn";
	}

	private String show(ApprovedItem item, Model model, HttpServletResponse response) {
		allowStyleAttributes(response);
		model.addAttribute("item", ItemView.of(item));
		model.addAttribute("cleanBody", NewsMarkup.clean(item.body()));
		model.addAttribute("besides", this.desk.besides(item));
		return "front/item";
	}

	/** A text is laid out by attributes of its own, of which few kinds get here. */
	private static void allowStyleAttributes(HttpServletResponse response) {
		String policy = response.getHeader(CSP);
		if (policy != null) {
			response.setHeader(CSP, policy + "; style-src-attr 'unsafe-inline'");
		}
	}

}
