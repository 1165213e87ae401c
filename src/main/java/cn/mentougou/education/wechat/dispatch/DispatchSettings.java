package cn.mentougou.education.wechat.dispatch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code education.dispatch.*}.
 *
 * @param answerWithin when the platform is answered at the latest; it waits five seconds
 * @param handlerThreads how many handlers may work at once
 */
@ConfigurationProperties("education.dispatch")
record DispatchSettings(@DefaultValue("4500ms") Duration answerWithin, @DefaultValue("16") int handlerThreads) {
}
