package cn.mentougou.education.wechat.followerdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.followersync.FollowerSync;
import cn.mentougou.education.wechat.mark.Marks;

/** The pages of the followers, and what 今日 says about them. */
@Configuration(proxyBeanMethods = false)
class FollowerDeskConfiguration {

	private static final Set<Role> EDITORS = Set.of(Role.EDITOR);

	@Bean
	ConsolePage followersPage() {
		return new ConsolePage(FollowerConsoleController.PATH, "关注者", ConsolePage.Section.CHANNEL, 10, EDITORS,
				"这里列出关注公众号的人。微信不提供昵称和头像，openid 只显示首尾几位；需要完整 openid 时选择原因，系统会记录是谁、为什么查看。"
						+ "勾选以后可以一起加标签或取下标签。有人取消关注，七天后自动删去个人信息；七天内重新关注，标签和备注名自动恢复。");
	}

	@Bean
	ConsolePage followerTagsPage() {
		return new ConsolePage(TagConsoleController.PATH, "标签", ConsolePage.Section.CHANNEL, 11, EDITORS,
				"标签用来给关注者分组，例如“家长代表”。一个公众号最多 100 个标签，一个人最多 20 个，名字最多约 10 个汉字。"
						+ "在微信公众平台上改的标签，每晚核对时会带过来。微信没有马上答复的修改，系统会自动再问。");
	}

	@Bean
	ConsolePage blockedFollowersPage() {
		return new ConsolePage("/console/blocked-followers", "黑名单", ConsolePage.Section.CHANNEL, 13, EDITORS,
				"黑名单里的人发来的消息不会送到，公众号也不能给他们发消息。点编号进入这个人的页面，可以移出黑名单。");
	}

	@Bean
	TodaySource followersToday(FollowerSync sync, Marks marks, WeChatAccounts accounts) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			if (!actor.holds(EDITORS)) {
				return entries;
			}
			for (WeChatAccount account : accounts.all()) {
				String page = FollowerConsoleController.PATH + "?account=" + account.appId();
				int refused = marks.refused(account.appId());
				if (refused > 0) {
					entries
						.add(TodayEntry.waiting(account.kind().label() + "有 " + refused + " 项标签、备注名或黑名单修改微信没有办", page));
				}
				sync.of(account.appId())
					.filter((state) -> !state.trouble().isEmpty() && !state.isRunning())
					.ifPresent((state) -> entries
						.add(TodayEntry.alarm(account.kind().label() + "与微信核对关注者没有完成（" + state.trouble() + "）", page)));
			}
			return entries;
		};
	}

}
