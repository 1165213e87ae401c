package cn.mentougou.education.wechat.outbound;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.outbound.*}.
 *
 * @param senders how many calls an instance makes at once; so many messages may be
 * unknown after it dies
 * @param silence after so long without an outcome a sender counts as dead; longer than a
 * call can take
 * @param keepContentFor how long is kept what was sent to whom, at least three days
 * @param keepRecordFor how long is kept that something was sent, at least six months
 */
@ConfigurationProperties("education.outbound")
record OutboundSettings(@DefaultValue("16") int senders, @DefaultValue("60s") Duration silence,
		@DefaultValue("30d") Duration keepContentFor, @DefaultValue("400d") Duration keepRecordFor) {

	OutboundSettings {
		if (senders < 1 || senders > 64) {
			throw new Misconfigured("education.outbound.senders 应在 1 到 64 之间：连接微信平台的连接只有 64 个。");
		}
		if (silence.compareTo(Duration.ofSeconds(10)) < 0) {
			throw new Misconfigured("education.outbound.silence 太短：至少 10 秒，一次调用可能要这么久。");
		}
		if (keepContentFor.compareTo(Duration.ofDays(3)) < 0) {
			throw new Misconfigured("education.outbound.keep-content-for 太短：至少 3 天（3d），客服消息的 48 小时窗口内还要用到。");
		}
		if (keepRecordFor.compareTo(Duration.ofDays(183)) < 0) {
			throw new Misconfigured("education.outbound.keep-record-for 太短：《网络安全法》第二十一条要求日志至少留存六个月（183d）。");
		}
	}

}
