package cn.mentougou.education.office.reviewdesk;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;

/** How much each section submitted, and who was late with it. */
@Controller
@RequestMapping(LatenessConsoleController.PATH)
class LatenessConsoleController {

	static final String PATH = "/console/reviews/lateness";

	private static final int FIRST_YEAR = 2014;

	private final ReviewRegister register;

	private final ReviewWords words;

	private final Clock clock;

	LatenessConsoleController(ReviewRegister register, ReviewWords words, Clock clock) {
		this.register = register;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping
	String show(Actor actor, @RequestParam @Nullable String year, Model model) {
		int shown = year(year);
		model.addAttribute("year", shown);
		model.addAttribute("lines", lines(actor, shown));
		return "reviewdesk/lateness";
	}

	@GetMapping("/export")
	void export(Actor actor, @RequestParam @Nullable String year, HttpServletResponse response) throws IOException {
		int shown = year(year);
		CsvExport.<Line>named(shown + "年审查时限")
			.column("单位", Line::unit)
			.column("送审", (line) -> line.figures().submitted())
			.column("批准", (line) -> line.figures().approved())
			.column("退回", (line) -> line.figures().returned())
			.column("改动失效", (line) -> line.figures().voided())
			.column("审查超期", (line) -> line.figures().lateReviews())
			.column("审批超期", (line) -> line.figures().lateApprovals())
			.column("修改超期", (line) -> line.figures().lateCorrections())
			.column("督促", (line) -> line.figures().urged())
			.column("现在等待", (line) -> line.figures().waiting())
			.column("其中超期", (line) -> line.figures().overdue())
			.write(response, (after) -> new KeyPage<>(lines(actor, shown), Optional.empty()));
	}

	private List<Line> lines(Actor actor, int year) {
		Map<UnitId, String> names = this.words.unitNames();
		return this.register.figures(actor, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
			.stream()
			.map((figures) -> new Line(names.getOrDefault(new UnitId(figures.unit()), ""), figures))
			.toList();
	}

	/** What cannot be a year means this one. */
	private int year(@Nullable String typed) {
		int now = LocalDate.now(this.clock).getYear();
		if (typed == null || !typed.matches("[0-9]{4}")) {
			return now;
		}
		int year = Integer.parseInt(typed);
		return (year >= FIRST_YEAR && year <= now) ? year : now;
	}

	/** A section with its figures. */
	record Line(String unit, ReviewRegister.Figures figures) {
	}

}
