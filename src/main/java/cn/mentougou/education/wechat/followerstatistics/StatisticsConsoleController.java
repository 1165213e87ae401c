package cn.mentougou.education.wechat.followerstatistics;

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
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The figures about followers as a table and as a file. */
@Controller
class StatisticsConsoleController {

	private final FollowerStatistics statistics;

	private final WeChatAccounts accounts;

	private final Clock clock;

	StatisticsConsoleController(FollowerStatistics statistics, WeChatAccounts accounts, Clock clock) {
		this.statistics = statistics;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping("/console/follower-statistics")
	String show(@ModelAttribute("search") StatisticsSearch search, BindingResult errors, Model model) {
		StatisticsSearch filled = filled(errors.hasErrors() ? new StatisticsSearch(null, null, null, null) : search);
		List<Tally> tallies = List.of();
		if (errors.hasErrors()) {
			model.addAttribute("problem", "日期写成 2026-11-25 的样子。已改为显示最近 30 天。");
		}
		try {
			tallies = tallies(filled);
		}
		catch (Refusal.Invalid ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			model.addAttribute("problem", ex.code().endsWith("too-long") ? "一次最多统计 366 天，请缩短日期范围。" : "结束日期不能早于开始日期。");
		}
		model.addAttribute("filled", filled);
		model.addAttribute("tallies", tallies);
		model.addAttribute("followed", tallies.stream().mapToLong(Tally::followed).sum());
		model.addAttribute("unfollowed", tallies.stream().mapToLong(Tally::unfollowed).sum());
		model.addAttribute("now", this.statistics.followingOn(account(filled), LocalDate.now(this.clock)));
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("groupings", Grouping.values());
		return "followerstatistics/show";
	}

	@GetMapping("/console/follower-statistics/export")
	void export(@ModelAttribute("search") StatisticsSearch search, HttpServletResponse response) throws IOException {
		StatisticsSearch filled = filled(search);
		Grouping by = Objects.requireNonNull(filled.by());
		List<Tally> tallies = tallies(filled);
		CsvExport.<Tally>named("关注统计")
			.column(by.title(), Tally::name)
			.column("新关注", Tally::followed)
			.column("取消关注", Tally::unfollowed)
			.column("净增", Tally::net)
			.column((by == Grouping.DAY) ? "当日累计关注" : "期间净增", Tally::following)
			.write(response, (after) -> new KeyPage<>(tallies, Optional.empty()));
	}

	private List<Tally> tallies(StatisticsSearch filled) {
		return this.statistics.between(account(filled), Objects.requireNonNull(filled.from()),
				Objects.requireNonNull(filled.until()), Objects.requireNonNull(filled.by()));
	}

	private StatisticsSearch filled(StatisticsSearch search) {
		return search.filled(this.accounts.all().get(0).appId(), LocalDate.now(this.clock));
	}

	private String account(StatisticsSearch filled) {
		return this.accounts.find(Objects.requireNonNull(filled.account()))
			.orElseThrow(() -> new Refusal.NotFound("followerstatistics.no-such-account"))
			.appId();
	}

}
