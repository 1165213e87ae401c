package cn.mentougou.education.newsroom.newsdesk;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.ItemFilter;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.draft.NewsReviews;
import cn.mentougou.education.newsroom.draft.Stage;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.provenance.Originality;
import cn.mentougou.education.newsroom.provenance.Reprint;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/** The list of items, and what is done with one besides writing it. */
@Controller
@RequestMapping(NewsConsoleController.PATH)
class NewsConsoleController {

	static final String PATH = "/console/news";

	private static final String DONE = "done";

	private final Drafts drafts;

	private final NewsReviews reviews;

	private final ItemLines lines;

	private final ItemPages pages;

	private final Boards boards;

	private final MessageSource sentences;

	NewsConsoleController(Drafts drafts, NewsReviews reviews, ItemLines lines, ItemPages pages, Boards boards,
			MessageSource sentences) {
		this.drafts = drafts;
		this.reviews = reviews;
		this.lines = lines;
		this.pages = pages;
		this.boards = boards;
		this.sentences = sentences;
	}

	@GetMapping
	String list(Actor actor, Filter filter, @RequestParam @Nullable String after, Model model) {
		model.addAttribute("page", this.lines.page(actor, filter.filter(), after, 50));
		model.addAttribute("filter", filter);
		model.addAttribute("stages", Stage.values());
		model.addAttribute("levels", NewsLevel.values());
		model.addAttribute("boards", this.boards.all());
		model.addAttribute("units", this.lines.readable(actor));
		model.addAttribute("writable", this.lines.writable(actor));
		return "newsdesk/list";
	}

	@GetMapping("/export")
	void export(Actor actor, Filter filter, HttpServletResponse response) throws IOException {
		CsvExport.<ItemLine>named("新闻")
			.column("编号", (line) -> line.item().id())
			.column("标题", (line) -> line.item().title())
			.column("级别", (line) -> line.item().level().title())
			.column("单位", ItemLine::unit)
			.column("状态", (line) -> line.item().stage().title())
			.column("起草时间", (line) -> line.item().createdAt())
			.column("最后修改", (line) -> line.item().changedAt())
			.column("修改人", ItemLine::who)
			.write(response, (after) -> this.lines.page(actor, filter.filter(), after, CsvExport.ROWS));
	}

	@PostMapping
	String begin(Actor actor, @RequestParam(required = false) @Nullable Long unit, RedirectAttributes flash) {
		Long chosen = (unit != null) ? unit : this.lines.writable(actor).keySet().stream().findFirst().orElse(null);
		if (chosen == null) {
			flash.addFlashAttribute("problem", "您没有可以起草新闻的单位。");
			return "redirect:" + PATH;
		}
		NewsId id = this.drafts.begin(actor, new UnitId(chosen), NewsDraft.blank());
		return "redirect:" + PATH + "/" + id.value() + "/edit";
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		this.pages.item(actor, this.drafts.visibleTo(actor, new NewsId(id)), model);
		return "newsdesk/show";
	}

	@PostMapping("/{id}/submit")
	String submit(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		return settled(actor, id, flash, "已送审。审查审批期间改动任何内容，都要重新送审。", () -> this.reviews.submit(actor, new NewsId(id)));
	}

	@PostMapping("/{id}/facts")
	String checkFacts(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String hash,
			@RequestParam(defaultValue = "") String document, RedirectAttributes flash) {
		return settled(actor, id, flash, "已记下核对结果。以后改动内容要重新核对。",
				() -> this.reviews.checkFacts(actor, new NewsId(id), hash, document));
	}

	@PostMapping("/{id}/reprint")
	String decideReprint(Actor actor, @PathVariable long id, ReprintForm form, RedirectAttributes flash) {
		Reprint reprint = new Reprint(form.listedOn(), form.permission(), Originality.UNKNOWN, form.decision(),
				form.reason(), null, null);
		return settled(actor, id, flash, "已记下转载决定。", () -> this.reviews.decideReprint(actor, new NewsId(id), reprint));
	}

	@GetMapping("/{id}/withdraw")
	String askToWithdraw(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("item", this.drafts.visibleTo(actor, new NewsId(id)));
		return "newsdesk/withdraw";
	}

	@PostMapping("/{id}/withdraw")
	String withdraw(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes flash) {
		return settled(actor, id, flash, "已撤回，网站和订阅源立即不再显示。微信里已发出的，请在推送页面查看删除结果。",
				() -> this.reviews.withdraw(actor, new NewsId(id), reason));
	}

	/** What cannot be done is said on the item's page. */
	private String settled(Actor actor, long id, RedirectAttributes flash, String done, Runnable work) {
		this.drafts.visibleTo(actor, new NewsId(id));
		try {
			work.run();
			flash.addFlashAttribute(DONE, done);
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.Forbidden ex) {
			flash.addFlashAttribute("problem",
					this.sentences.getMessage(ex.code(), ex.arguments().toArray(), Locale.SIMPLIFIED_CHINESE));
		}
		return "redirect:" + PATH + "/" + id;
	}

	@GetMapping("/{id}/versions/{version}")
	String version(Actor actor, @PathVariable long id, @PathVariable int version, Model model) {
		this.pages.version(this.drafts.visibleTo(actor, new NewsId(id)), version, model);
		return "newsdesk/version";
	}

	@GetMapping("/{id}/versions/{version}/body")
	void body(Actor actor, @PathVariable long id, @PathVariable int version, HttpServletResponse response)
			throws IOException {
		this.pages.body(this.drafts.visibleTo(actor, new NewsId(id)), version, response);
	}

	@GetMapping("/{id}/versions/{version}/difference")
	String difference(Actor actor, @PathVariable long id, @PathVariable int version,
			@RequestParam(defaultValue = "0") int with, Model model) {
		this.pages.difference(this.drafts.visibleTo(actor, new NewsId(id)), with, version, model);
		return "newsdesk/difference";
	}

	/** What the list is narrowed down to. */
	record Filter(@Nullable String title, @Nullable Stage stage, @Nullable NewsLevel level, @Nullable Long unit,
			@Nullable Long board) {

		ItemFilter filter() {
			return new ItemFilter((this.title != null) ? this.title : "", this.stage, this.level, this.unit,
					this.board);
		}

	}

}
