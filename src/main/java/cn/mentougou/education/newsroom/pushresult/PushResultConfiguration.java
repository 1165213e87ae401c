package cn.mentougou.education.newsroom.pushresult;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushLedger;
import cn.mentougou.education.newsroom.push.Slots;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dispatch.PushListener;

/** Results and alarms. */
@Configuration(proxyBeanMethods = false)
class PushResultConfiguration {

	@Bean
	PushListener pushResultListener(PushLedger book) {
		return new ResultListener(book);
	}

	@Bean
	PushAlarm pushAlarm(Plans plans, Slots slots, Standstill standstill, WeChatAccounts accounts,
			@Value("${education.push.daily-by:18:30}") String dailyBy,
			@Value("${education.push.longest-silence:10d}") Duration longestSilence, Clock clock,
			MeterRegistry meters) {
		PushAlarm alarm = new PushAlarm(plans, slots, standstill, accounts,
				new PushAlarm.Settings(LocalTime.parse(dailyBy), longestSilence), clock);
		alarm.measureBy(meters);
		return alarm;
	}

}
