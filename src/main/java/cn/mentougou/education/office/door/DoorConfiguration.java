package cn.mentougou.education.office.door;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The page about one's own sign-in. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

	@Bean
	ConsolePage myselfPage() {
		return new ConsolePage(MyselfConsoleController.PATH, "我的登录", ConsolePage.Section.MYSELF, 0,
				EnumSet.allOf(Role.class), "这里可以修改密码、更换绑定的手机、重新生成恢复码，并查看您的账号正在哪些地方登录。看到不认识的登录，请先结束它，再修改密码，并告诉安全管理员。");
	}

}
