package cn.mentougou.education.wechat.sender;

import java.time.Instant;

/**
 * What the platform reported later about a message that it took.
 *
 * @param appId the account
 * @param platformId the message's number at the platform
 * @param status the platform's word or code
 * @param isDelivered whether it says that the person got it
 * @param reportedAt when the report came
 */
public record SendResult(String appId, String platformId, String status, boolean isDelivered, Instant reportedAt) {

	/** What the staff reads. */
	public String sentence() {
		if (this.isDelivered) {
			return "微信平台报告：已经送达。";
		}
		return switch (this.status) {
			case "failed:user block" -> "微信平台报告：对方设置了拒收公众号的消息。";
			case "failed: system failed" -> "微信平台报告：平台出错，没有送达。";
			default -> "微信平台报告：没有送达（" + this.status + "）。";
		};
	}

}
