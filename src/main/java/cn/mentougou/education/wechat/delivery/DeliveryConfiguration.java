package cn.mentougou.education.wechat.delivery;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The page of what was sent to one person. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	@Bean
	ConsolePage deliveryPage() {
		return new ConsolePage(DeliveryConsoleController.PATH, "送达记录", ConsolePage.Section.CHANNEL, 41,
				Set.of(Role.EDITOR, Role.ENQUIRY_CLERK),
				"有人说没有收到消息时，在这里查：发过什么、微信平台怎么答复、现在还能不能送到。" + "输入关注者编号，或选公众号后输入完整的 openid；也可以从“关注者”的个人页面直接打开。查看会记入审计。");
	}

}
