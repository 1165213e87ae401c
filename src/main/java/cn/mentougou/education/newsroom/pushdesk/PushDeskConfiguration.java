package cn.mentougou.education.newsroom.pushdesk;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The pages of the pushes. */
@Configuration(proxyBeanMethods = false)
class PushDeskConfiguration {

	@Bean
	ConsolePage pushesPage() {
		return new ConsolePage(PushCalendarConsoleController.PATH, "推送日历", ConsolePage.Section.NEWS, 40,
				Set.of(Role.EDITOR, Role.LEADER),
				"两个公众号什么时候推什么，都排在这里。把一次推送拖到别的日子或时间就是改期；用键盘的，按 Tab 选中它，按回车打开，在“改期”里填日期和时间。"
						+ "一次推送 1 到 8 篇，用“上移”“下移”排顺序。发出之前都可以改；稿件没有批准，或批准后又改过，到时不会发出。订阅号每天能群发 1 次，服务号每月 4 次。");
	}

	@Bean
	ConsolePage pushCodesPage() {
		return new ConsolePage(PushCalendarConsoleController.PATH + "/codes", "推送结果代码", ConsolePage.Section.NEWS, 60,
				Set.of(Role.EDITOR, Role.LEADER), "微信退回推送时会给一个代码。这里写着每个代码是什么意思、该谁到哪里处理、当天的群发次数有没有用掉、要不要再发。");
	}

}
