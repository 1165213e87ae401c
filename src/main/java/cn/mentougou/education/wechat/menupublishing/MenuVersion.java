package cn.mentougou.education.wechat.menupublishing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.menu.MenuJson;
import cn.mentougou.education.wechat.menu.MenuSet;

/**
 * A menu as it was saved; it never changes.
 *
 * @param id its number among all
 * @param appId the account
 * @param number its number in the account, counted from 1
 * @param content the menu, as {@code menu/get} would show it
 * @param note what the author wrote about it
 * @param origin where it comes from
 * @param sourceId the version that it repeats, if it does
 * @param authorId the person, or 0 for the system
 * @param createdAt when it was saved
 */
public record MenuVersion(long id, String appId, int number, String content, String note, Origin origin,
		@Nullable Long sourceId, long authorId, Instant createdAt) {

	/** The menu. */
	public MenuSet set() {
		return MenuJson.read(this.content);
	}

	/** Where a version comes from. */
	public enum Origin {

		/** Somebody wrote it in the editor. */
		EDITED("编辑"),

		/** An older one was taken back. */
		ROLLED_BACK("回退"),

		/** It was on the platform already. */
		PULLED("拉取"),

		/** The menu that an account begins with. */
		DEFAULT("默认");

		private final String title;

		Origin(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
