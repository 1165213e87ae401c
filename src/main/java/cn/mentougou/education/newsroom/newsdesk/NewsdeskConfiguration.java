package cn.mentougou.education.newsroom.newsdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.newsroom.board.Board;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.draft.Stage;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;

/** The pages of the newsroom, and what 今日 says about them. */
@Configuration(proxyBeanMethods = false)
class NewsdeskConfiguration {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	@Bean
	ConsolePage newsPage() {
		return new ConsolePage(NewsConsoleController.PATH, "新闻", ConsolePage.Section.NEWS, 0,
				EnumSet.of(Role.SUBMITTER, Role.EDITOR, Role.REVIEWER, Role.LEADER),
				"在这里起草、修改、送审新闻。编辑器每隔几秒自动保存，登录过期也不丢字：重新登录后再打开，会接着刚才的内容。"
						+ "送审前要注明来源、核对事实、声明是否使用人工智能。送审或批准以后改动任何内容，原来的审查和批准都失效，网站仍显示原来批准的版本，直到新版本批准。"
						+ "发错了可以更正，也可以撤回；撤回不能恢复，会留下原因和日期。");
	}

	@Bean
	ConsolePage outletPage() {
		return new ConsolePage(OutletConsoleController.PATH, "媒体", ConsolePage.Section.NEWS, 60,
				EnumSet.of(Role.EDITOR), "这里登记经常联系和转载的媒体。是否在稿源名单上，请对照网信部门公布的名单逐家核实，填写名单日期和所在位置；没有核实的不要填。联系人只有编辑看得到。");
	}

	@Bean
	ConsolePage boardPage() {
		return new ConsolePage(BoardConsoleController.PATH, "板块", ConsolePage.Section.NEWS, 70, EnumSet.of(Role.EDITOR),
				"网站的板块。五个常设板块一直在；专栏有开始和结束日期，结束后不能再放新内容，原有内容仍可查阅。不对外的板块只在工作台里看得到，改为对外后，其中已批准的内容马上出现在网站上。");
	}

	@Bean
	TodaySource newsToday(Drafts drafts, Boards boards, ApprovedNews approved) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			if (actor.holds(Role.EDITOR) || actor.holds(Role.SUBMITTER)) {
				drafts.waitingFor(actor).forEach((item) -> entries.add(waiting(item)));
			}
			if (actor.holds(Role.EDITOR)) {
				stale(boards, approved, today, entries);
			}
			return entries;
		};
	}

	private static TodayEntry waiting(NewsItem item) {
		String what = (item.stage() == Stage.RETURNED) ? "被退回：" : "改动后要重新送审：";
		return TodayEntry.waiting(what + item.title(), NewsConsoleController.PATH + "/" + item.id());
	}

	/** A board that never had anything is no alarm: somebody has just founded it. */
	private static void stale(Boards boards, ApprovedNews approved, LocalDate today, List<TodayEntry> entries) {
		for (Board board : boards.writable()) {
			if (board.freshDays() > 0 && entries.size() < 50) {
				Instant newest = approved.newestOn(board.ref().id()).orElse(null);
				long days = (newest != null) ? ChronoUnit.DAYS.between(LocalDate.ofInstant(newest, BEIJING), today) : 0;
				if (days > board.freshDays()) {
					entries.add(TodayEntry.alarm(
							"板块“" + board.title() + "”已经 " + days + " 天没有新内容（要求 " + board.freshDays() + " 天内更新）",
							NewsConsoleController.PATH + "?board=" + board.id()));
				}
			}
		}
	}

}
