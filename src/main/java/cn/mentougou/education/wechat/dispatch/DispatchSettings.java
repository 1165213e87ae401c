package cn.mentougou.education.wechat.dispatch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.dispatch.*}.
 *
 * @param answerWithin when the platform is answered at the latest; it waits five seconds
 * @param handlerThreads how many handlers may work at once
 */
@ConfigurationProperties("education.dispatch")
record DispatchSettings(@DefaultValue("4500ms") Duration answerWithin, @DefaultValue("16") int handlerThreads) {

	/** For jobs, late replies and whoever else uses the database while handlers work. */
	private static final int CONNECTIONS_OF_OTHERS = 4;

	/**
	 * Refuses a start in which handlers that all write at once could take every
	 * connection from the rest of the application.
	 */
	void check(int connections) {
		if (this.handlerThreads + CONNECTIONS_OF_OTHERS > connections) {
			throw new Misconfigured(
					"education.dispatch.handler-threads 是 %d，数据库连接只有 %d 个：".formatted(this.handlerThreads, connections)
							+ "处理消息的线程可能占满连接。请把 spring.datasource.hikari.maximum-pool-size 设为至少 %d。"
								.formatted(this.handlerThreads + CONNECTIONS_OF_OTHERS));
		}
	}

}
