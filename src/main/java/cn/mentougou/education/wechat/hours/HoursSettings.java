package cn.mentougou.education.wechat.hours;

import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * Between which times of a working day messages are read.
 *
 * @param openAt when it begins
 * @param closeAt when it ends
 */
@ConfigurationProperties("education.hours")
record HoursSettings(@DefaultValue("09:00") LocalTime openAt, @DefaultValue("17:30") LocalTime closeAt) {

	/** Refuses hours that never come. */
	HoursSettings {
		if (!openAt.isBefore(closeAt)) {
			throw new Misconfigured("education.hours.open-at 应早于 education.hours.close-at。");
		}
	}

}
