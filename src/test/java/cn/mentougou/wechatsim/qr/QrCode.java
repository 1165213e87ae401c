package cn.mentougou.wechatsim.qr;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One code: the ticket fetches its picture, the picture says the address. */
public record QrCode(String appId, String ticket, QrAction action, String scene, String url,
		@Nullable Instant expiresAt) {

	public boolean isExpiredAt(Instant now) {
		return expiresAt != null && !now.isBefore(expiresAt);
	}

}
