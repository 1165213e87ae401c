package cn.mentougou.education.wechat.hours;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.calendar.WorkingDays;

/** Makes the hours of the calendar and the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoursSettings.class)
class HoursConfiguration {

	@Bean
	StaffHours staffHours(WorkingDays days, HoursSettings settings) {
		return new StaffHours(days::isWorkingDay, settings.openAt(), settings.closeAt());
	}

}
