package cn.mentougou.education.wechat.overview;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.breaker.BreakerState;
import cn.mentougou.education.wechat.breaker.Breakers;
import cn.mentougou.education.wechat.breaker.PlatformErrors;
import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.token.AccessTokens;

/** Puts the overview of the accounts together. */
@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {

	private static final String PAGE = "/console/accounts";

	private static final EnumSet<Role> READERS = EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.EDITOR);

	@Bean
	Overview accountOverviews(WeChatAccounts accounts, AccessTokens tokens, Breakers breakers, PlatformErrors errors,
			CallQuotas quotas, Clock clock) {
		return new Overview(accounts, tokens, new Overview.Line(breakers, errors), quotas, clock);
	}

	@Bean
	ConsolePage accountsPage() {
		return new ConsolePage(PAGE, "公众号概况", ConsolePage.Section.CHANNEL, 0, READERS,
				"这里看两个公众号的状况：能做什么、为什么有的做不了，与微信平台的连接是否正常，今天的次数用了多少，平台最近报过什么错、该怎么办。");
	}

	@Bean
	TodaySource breakerToday(Breakers breakers, WeChatAccounts accounts) {
		return (actor,
				today) -> actor.holds(READERS) ? breakers.states()
					.stream()
					.filter((state) -> state.phase() != BreakerState.Phase.CLOSED)
					.map((state) -> TodayEntry
						.alarm(accounts.of(state.appId()).kind().label() + "连不上微信平台，消息暂时存着，恢复后自动发出", PAGE))
					.toList() : List.of();
	}

}
