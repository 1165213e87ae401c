package cn.mentougou.education.office.console;

import java.util.EnumSet;
import java.util.Set;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/**
 * A page of the console with everything below its path. Whoever holds none of the roles
 * neither sees it in the navigation nor may open or post to anything under it; a path
 * that no page declares is open to nobody.
 *
 * @param path where it is, such as {@code /console/units}
 * @param title what it is called, in Chinese
 * @param section the part of the navigation
 * @param place its place in the section, counted from 0
 * @param roles who may open it; all roles for a page of every signed-in person
 * @param help what can be done here and what to watch, in a few Chinese sentences
 */
public record ConsolePage(String path, String title, Section section, int place, Set<Role> roles, String help) {

	/** Copies the roles. */
	public ConsolePage {
		roles = Set.copyOf(roles);
	}

	/** Whether this actor may open it and everything below it. */
	public boolean isOpenTo(Actor actor) {
		return actor.kind() == Actor.Kind.STAFF && (isForEveryone() || actor.holds(this.roles));
	}

	private boolean isForEveryone() {
		return this.roles.containsAll(EnumSet.allOf(Role.class));
	}

	/** The parts of the navigation, in their order. */
	public enum Section {

		/** What waits for me. */
		TODAY("今日"),

		/** Both official accounts: followers, menus, replies, conversations. */
		CHANNEL("公众号"),

		/** News and the push. */
		NEWS("教育新闻"),

		/** Schools, classes, guardians. */
		CLASSROOM("家校互动"),

		/** Catalogue and applications. */
		DISCLOSURE("信息公开"),

		/** Enquiries and complaints. */
		ENQUIRY("咨询投诉"),

		/** Public opinion. */
		OPINION("舆情"),

		/** Figures and reports. */
		REPORT("统计年报"),

		/** Units, people, roles, calendar, personal data. */
		OFFICE("机构与人员"),

		/** Jobs, sign-ins, audit. */
		SYSTEM("系统"),

		/** One's own sign-in; not shown in the navigation but under one's name. */
		MYSELF("我的");

		private final String title;

		Section(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
