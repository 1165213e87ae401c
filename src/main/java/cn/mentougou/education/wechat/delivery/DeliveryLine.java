package cn.mentougou.education.wechat.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import cn.mentougou.education.wechat.outbound.Delivery;

/**
 * One message as the staff reads it.
 *
 * @param id its number
 * @param when when it was tried last, or ordered
 * @param way the way
 * @param what what was sent, without its content
 * @param state how far it has come
 * @param explanation why the person did or did not get it
 * @param isUndecided whether somebody must decide about it
 */
record DeliveryLine(long id, String when, String way, String what, String state, String explanation,
		boolean isUndecided) {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	static DeliveryLine of(Delivery delivery) {
		Instant tried = delivery.triedAt();
		return new DeliveryLine(delivery.id().value(), WHEN.format((tried != null) ? tried : delivery.createdAt()),
				delivery.channel().title(), delivery.what(), delivery.state().title(), delivery.explanation(),
				delivery.isUndecided());
	}

}
