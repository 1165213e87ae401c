package cn.mentougou.education.wechat.delivery;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.outbound.Outbound;

/**
 * The pages of what was sent to one person and of what nobody knows, and what 今日 says.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	private static final Set<Role> ROLES = Set.of(Role.EDITOR, Role.ENQUIRY_CLERK);

	@Bean
	ConsolePage deliveryPage() {
		return new ConsolePage(DeliveryConsoleController.PATH, "送达记录", ConsolePage.Section.CHANNEL, 41, ROLES,
				"有人说没有收到消息时，在这里查：发过什么、微信平台怎么答复、现在还能不能送到。" + "输入关注者编号，或选公众号后输入完整的 openid；也可以从“关注者”的个人页面直接打开。查看会记入审计。");
	}

	@Bean
	ConsolePage undecidedPage() {
		return new ConsolePage(UndecidedConsoleController.PATH, "结果不明的消息", ConsolePage.Section.CHANNEL, 40, ROLES,
				"微信平台没有答复，或者程序正好在发送时停止，就不知道对方收到没有。系统不会自动重发，以免对方收到两次。"
						+ "请看内容决定：再发一次（对方可能收到两次），或者算已送达。模板消息有防重编号，系统自己会补发，很少出现在这里。");
	}

	@Bean
	TodaySource undecidedToday(Outbound outbound) {
		return (actor, today) -> {
			int open = actor.holds(ROLES) ? outbound.countUndecided() : 0;
			return (open == 0) ? List.of() : List
				.of(TodayEntry.waiting("有 " + open + " 条消息不知道对方收到没有，请决定是否再发", UndecidedConsoleController.PATH));
		};
	}

}
