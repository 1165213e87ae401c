package cn.mentougou.education.office.admission;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;

/** The page of all sign-ins. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

	@Bean
	ConsolePage signInsPage() {
		return new ConsolePage("/console/sign-ins", "登录账号", ConsolePage.Section.SYSTEM, 10,
				Set.of(Role.SECURITY_ADMINISTRATOR),
				"给需要用工作台的人开通账号，忘记密码或丢失手机时重置，离岗时停用。教师不需要账号。初始密码只显示一次，7 天内有效，本人第一次登录时必须更换。重置前请先确认是本人。");
	}

}
