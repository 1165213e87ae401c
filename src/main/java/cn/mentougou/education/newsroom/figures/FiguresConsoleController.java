package cn.mentougou.education.newsroom.figures;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The figures of the news as charts, each beside its table, and as a file. */
@Controller
class FiguresConsoleController {

	private static final int BEST = 20;

	private static final int ALL = 3_000;

	private final ArticleFigures figures;

	private final YearCounts counts;

	private final WeChatAccounts accounts;

	private final Clock clock;

	FiguresConsoleController(ArticleFigures figures, YearCounts counts, WeChatAccounts accounts, Clock clock) {
		this.figures = figures;
		this.counts = counts;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping("/console/news-figures")
	String show(@ModelAttribute("search") FiguresSearch search, BindingResult errors, Model model) {
		FiguresSearch filled = filled(errors.hasErrors() ? new FiguresSearch(null, null, null, null) : search);
		String account = account(filled);
		LocalDate from = Objects.requireNonNull(filled.from());
		LocalDate until = Objects.requireNonNull(filled.until());
		if (errors.hasErrors()) {
			model.addAttribute("problem", "日期写成 2026-11-25 的样子。已改为显示最近 30 天。");
		}
		List<FigureMapper.DayRow> days = this.figures.days(account, from, until);
		model.addAttribute("filled", filled);
		model.addAttribute("days", days);
		model.addAttribute("read", days.stream().mapToLong(FigureMapper.DayRow::readUser).sum());
		model.addAttribute("share", days.stream().mapToLong(FigureMapper.DayRow::shareUser).sum());
		model.addAttribute("articles", this.figures.articles(account, from, until, BEST));
		model.addAttribute("count", this.counts.of(Objects.requireNonNull(filled.year())));
		model.addAttribute("years", this.counts.years());
		model.addAttribute("accounts", this.accounts.all());
		return "figures/show";
	}

	@GetMapping("/console/news-figures/export")
	void export(@ModelAttribute("search") FiguresSearch search, HttpServletResponse response) throws IOException {
		FiguresSearch filled = filled(search);
		List<ArticleView> articles = this.figures.articles(account(filled), Objects.requireNonNull(filled.from()),
				Objects.requireNonNull(filled.until()), ALL);
		CsvExport.<ArticleView>named("文章数据")
			.column("标题", ArticleView::title)
			.column("发出日期", ArticleView::publishedOn)
			.column("方式", (article) -> article.notified() ? "群发" : "发布")
			.column("阅读人数", ArticleView::readUser)
			.column("转发人数", ArticleView::shareUser)
			.column("点赞人数", ArticleView::likeUser)
			.column("在看人数", ArticleView::zaikanUser)
			.column("留言数", ArticleView::commentCount)
			.write(response, (after) -> new KeyPage<>(articles, Optional.empty()));
	}

	private FiguresSearch filled(FiguresSearch search) {
		return search.filled(this.accounts.all().stream().map(WeChatAccount::appId).findFirst().orElse(""),
				LocalDate.now(this.clock));
	}

	private String account(FiguresSearch filled) {
		return this.accounts.find(Objects.requireNonNull(filled.account()))
			.map(WeChatAccount::appId)
			.orElseThrow(() -> new Refusal.NotFound("figures.no-such-account"));
	}

}
