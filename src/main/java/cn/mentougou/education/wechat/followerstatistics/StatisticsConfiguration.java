package cn.mentougou.education.wechat.followerstatistics;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The page of the figures about followers. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

	@Bean
	ConsolePage followerStatisticsPage() {
		return new ConsolePage("/console/follower-statistics", "关注统计", ConsolePage.Section.CHANNEL, 12,
				Set.of(Role.EDITOR), "这里按日期、关注方式、二维码场景或地点统计新关注、取消关注、净增和累计人数，可以导出 CSV。"
						+ "数字来自本系统自己的登记，删除个人信息后数字仍然保留。刚关注的人要等几分钟才查到关注方式，先算在“尚未查询”里。");
	}

}
