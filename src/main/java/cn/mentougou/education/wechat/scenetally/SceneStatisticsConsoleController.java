package cn.mentougou.education.wechat.scenetally;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodeId;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/** The scan statistics in the console: by code, by day, and as a file. */
@Controller
@RequestMapping("/console/scene-codes/statistics")
class SceneStatisticsConsoleController {

	private static final int USUAL_DAYS = 30;

	private static final int LONGEST_DAYS = 366;

	private final SceneReports reports;

	private final SceneQrCodes codes;

	private final Units units;

	private final Audit audit;

	private final Clock clock;

	SceneStatisticsConsoleController(SceneReports reports, SceneQrCodes codes, Units units, Audit audit, Clock clock) {
		this.reports = reports;
		this.codes = codes;
		this.units = units;
		this.audit = audit;
		this.clock = clock;
	}

	/** One code by days, or all by their sums. */
	@GetMapping
	String show(Actor actor, @RequestParam @Nullable Long code,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, Model model) {
		Period period = period(from, until);
		model.addAttribute("period", period);
		if (code != null) {
			model.addAttribute("code", this.codes.find(actor, new SceneQrCodeId(code)));
			model.addAttribute("days", this.reports.days(code, period.from(), period.until()));
			return "scenetally/code";
		}
		Map<UnitId, String> names = names();
		List<Row> rows = this.reports.sums(actor, period.from(), period.until())
			.stream()
			.map((sum) -> new Row(sum.code(), names.getOrDefault(sum.code().unit(), "已撤销的单位"), sum.follows(),
					sum.scans()))
			.sorted(Comparator.comparingLong((Row row) -> -row.follows() - row.scans()))
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("follows", rows.stream().mapToLong(Row::follows).sum());
		model.addAttribute("scans", rows.stream().mapToLong(Row::scans).sum());
		return "scenetally/list";
	}

	/** Every code and day as a file. */
	@GetMapping("/export")
	void export(Actor actor, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
			HttpServletResponse response) throws IOException {
		Period period = period(from, until);
		Map<UnitId, String> names = names();
		this.audit.recordAlone(AuditEntry.done(actor, "scenetally.exported", "scene-code", "all")
			.with("from", period.from())
			.with("until", period.until()));
		CsvExport.<SceneReports.Day>named("扫码统计 " + period.from() + " 至 " + period.until())
			.column("日期", (day) -> day.day())
			.column("名称", (day) -> day.code().title())
			.column("种类", (day) -> day.code().kind().title())
			.column("单位", (day) -> names.get(day.code().unit()))
			.column("扫码后新关注", (day) -> day.follows())
			.column("已关注的人扫码", (day) -> day.scans())
			.column("扫码合计", (day) -> day.follows() + day.scans())
			.write(response, (after) -> this.reports.page(actor, period.from(), period.until(), after));
	}

	private Period period(@Nullable LocalDate from, @Nullable LocalDate until) {
		LocalDate last = (until != null) ? until : LocalDate.now(this.clock);
		LocalDate first = (from != null) ? from : last.minusDays(USUAL_DAYS - 1L);
		if (first.isAfter(last)) {
			return new Period(last, first);
		}
		return new Period(first.isBefore(last.minusDays(LONGEST_DAYS)) ? last.minusDays(LONGEST_DAYS) : first, last);
	}

	private Map<UnitId, String> names() {
		return this.units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
	}

	/** A time from one day to another. */
	record Period(LocalDate from, LocalDate until) {
	}

	/** A code with its sums. */
	record Row(SceneQrCode code, String unit, long follows, long scans) {
	}

}
