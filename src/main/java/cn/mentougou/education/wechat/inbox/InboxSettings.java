package cn.mentougou.education.wechat.inbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.inbox.*}.
 *
 * @param claimFor how long a handler may be silent before another instance takes over
 * @param repeatsFor how long the platform may still repeat a message; until then an
 * unfinished one waits for the repeat, afterwards it is finished without it
 * @param keepContentFor how long what people wrote is kept, at least a day
 * @param keepRecordFor how long is kept that something was written, at least six months
 */
@ConfigurationProperties("education.inbox")
record InboxSettings(@DefaultValue("3s") Duration claimFor, @DefaultValue("20s") Duration repeatsFor,
		@DefaultValue("30d") Duration keepContentFor, @DefaultValue("400d") Duration keepRecordFor) {

	InboxSettings {
		if (keepContentFor.compareTo(Duration.ofDays(1)) < 0) {
			throw new Misconfigured("education.inbox.keep-content-for 太短：至少 1 天（1d），否则平台重发的消息会被当成新消息。");
		}
		if (keepRecordFor.compareTo(Duration.ofDays(183)) < 0) {
			throw new Misconfigured("education.inbox.keep-record-for 太短：《网络安全法》第二十一条要求日志至少留存六个月（183d）。");
		}
	}

}
