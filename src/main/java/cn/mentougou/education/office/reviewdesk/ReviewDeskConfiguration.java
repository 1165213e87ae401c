package cn.mentougou.education.office.reviewdesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.office.review.ReviewState;
import cn.mentougou.education.office.review.Reviews;

/** The pages of the reviews, and what 今日 says about them. */
@Configuration(proxyBeanMethods = false)
class ReviewDeskConfiguration {

	private static final int MOST = 25;

	@Bean
	ConsolePage reviewPage() {
		return new ConsolePage(ReviewConsoleController.PATH, "审查与审批", ConsolePage.Section.NEWS, 60, Reviews.READERS,
				"送审的内容先由保密审查员按表逐项审查，再由主管领导审批。两步都只对当时的内容有效：之后任何人改动一个字，都要重新送审。"
						+ "自己写的、自己送审的、自己审过的内容，不能由自己或自己的代理人再审。必须一条一条办理，没有“全部批准”。" + "等得太久可以点“督促”，记录会留下。");
	}

	@Bean
	ConsolePage reviewLatenessPage() {
		return new ConsolePage(LatenessConsoleController.PATH, "审查时限", ConsolePage.Section.NEWS, 61, Reviews.READERS,
				"这里按单位统计送审、批准、退回的次数，以及审查、审批、修改各超期几次。天数按工作日计算，期限由系统管理员在配置中设定。");
	}

	@Bean
	TodaySource reviewsToday(ReviewRegister register) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			for (ReviewRegister.Item item : register.waitingFor(actor, MOST)) {
				String what = (item.state() == ReviewState.SUBMITTED) ? "请做保密审查：" : "请审批：";
				entries.add(entry(what + words(item), item));
			}
			for (ReviewRegister.Item item : register.comeBackTo(actor, MOST)) {
				String what = (item.state() == ReviewState.RETURNED) ? "被退回，请修改后重新送审：" : "送审后有改动，请重新送审：";
				entries.add(entry(what + words(item), item));
			}
			return entries.stream().limit(2L * MOST).toList();
		};
	}

	private static TodayEntry entry(String title, ReviewRegister.Item item) {
		String href = ReviewConsoleController.PATH + "/" + item.id();
		LocalDate due = item.dueOn();
		Integer left = item.workingDaysLeft();
		return (due != null && left != null) ? TodayEntry.due(title, href, due, left) : TodayEntry.waiting(title, href);
	}

	private static String words(ReviewRegister.Item item) {
		return item.kindTitle() + "“" + item.title() + "”" + ((item.urged() > 0) ? "（已督促 " + item.urged() + " 次）" : "");
	}

}
