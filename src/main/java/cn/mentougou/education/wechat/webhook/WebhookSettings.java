package cn.mentougou.education.wechat.webhook;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code education.webhook.*}.
 *
 * @param timeTolerance how far a push's time may be from ours, to either side; older
 * pushes may be replays
 */
@ConfigurationProperties("education.webhook")
record WebhookSettings(@DefaultValue("5m") Duration timeTolerance) {
}
