package cn.mentougou.education.wechat.scene;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.UnitId;

/**
 * A QR code with parameters as it stands now.
 *
 * @param id its number
 * @param appId the service account
 * @param scene its scene_str
 * @param draft what it is for
 * @param state how far it is
 * @param ticket what the platform issued; absent until it did
 * @param failure why the last call to the platform brought nothing; absent after one that
 * did
 * @param withdrawnAt when it was withdrawn; absent while it is in use
 */
public record SceneQrCode(SceneQrCodeId id, String appId, String scene, SceneDraft draft, State state,
		@Nullable Ticket ticket, @Nullable String failure, @Nullable Instant withdrawnAt) {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** What it leads to. */
	public SceneKind kind() {
		return this.draft.kind();
	}

	/** The unit it belongs to. */
	public UnitId unit() {
		return this.draft.unit();
	}

	/** What it is called. */
	public String title() {
		return this.draft.title();
	}

	/** Whether it was not withdrawn. */
	public boolean isOpen() {
		return this.withdrawnAt == null;
	}

	/** Whether what it leads to is over. */
	public boolean isOver(LocalDate today) {
		return this.draft.isOver(today);
	}

	/** Whether somebody who scans it now reaches us. */
	public boolean works(Instant now) {
		return isOpen() && this.ticket != null
				&& (this.ticket.expiresAt() == null || this.ticket.expiresAt().isAfter(now));
	}

	/**
	 * The last day on which the picture of today can be scanned and leads somewhere;
	 * absent if there is none.
	 */
	public @Nullable LocalDate holdsUntil() {
		LocalDate last = this.draft.endsOn();
		Instant expires = (this.ticket != null) ? this.ticket.expiresAt() : null;
		if (expires == null) {
			return last;
		}
		// The day on which it ends is not a whole one.
		LocalDate whole = expires.atZone(BEIJING).toLocalDate().minusDays(1);
		return (last == null || whole.isBefore(last)) ? whole : last;
	}

	/** How far the platform is with a code. */
	public enum State {

		/** It is to be made; the platform may or may not have been asked. */
		WANTED("正在生成"),

		/** There is a ticket; one of thirty days is renewed ahead of time. */
		ISSUED("可用"),

		/** The platform refused it; somebody has to look and can try again. */
		REFUSED("没有生成");

		private final String title;

		State(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

	/**
	 * What the platform issued.
	 *
	 * @param value its word, with which it shows a picture
	 * @param url what stands in the picture
	 * @param issuedAt when
	 * @param expiresAt when it ends; absent for a permanent one
	 */
	public record Ticket(String value, String url, Instant issuedAt, @Nullable Instant expiresAt) {
	}

}
