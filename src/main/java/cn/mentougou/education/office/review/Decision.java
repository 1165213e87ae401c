package cn.mentougou.education.office.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a review. It stays for ever, old approvals too.
 *
 * @param position its place in the history, counted from 1
 * @param round how often it had been submitted by then
 * @param act what was done
 * @param version the version that it was about
 * @param title what that was called
 * @param contentHash exactly what it was about
 * @param actorId who did it; 0 for the system
 * @param onBehalfOf the absent person in whose place, or null
 * @param happenedAt when
 * @param dueOn by when it had to be done, or null
 * @param opinion the reason; may be empty
 * @param form the form of the secrecy review; empty if there was none
 */
public record Decision(int position, int round, Act act, int version, String title, String contentHash, long actorId,
		@Nullable Long onBehalfOf, Instant happenedAt, @Nullable LocalDate dueOn, String opinion,
		Map<SecrecyForm.Concern, SecrecyForm.Answer> form) {

	/** The zone in which days are counted. */
	static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** Copies the form. */
	public Decision {
		form = Map.copyOf(form);
	}

	/** Whether it was done after its last day. */
	public boolean isLate() {
		return this.dueOn != null && this.dueOn.isBefore(LocalDate.ofInstant(this.happenedAt, BEIJING));
	}

	/** Leaves what people wrote out of every log. */
	@Override
	public String toString() {
		return "Decision[" + this.position + " " + this.act + "]";
	}

	/** What can happen to a review. */
	public enum Act {

		/** A section handed it in. */
		SUBMITTED("送审"),

		/** The reviewer found nothing against it. */
		SECRECY_PASSED("保密审查通过"),

		/** The reviewer found something against it and named the legal basis. */
		SECRECY_REFUSED("保密审查不通过"),

		/** The leader approved. */
		APPROVED("批准"),

		/** It was given back for a reason. */
		RETURNED("退回"),

		/** Somebody asked to hurry. */
		URGED("督促"),

		/** The content was changed, so what was decided holds no longer. */
		VOIDED("内容改动，审查和批准失效");

		private final String title;

		Act(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

		/** What the audit calls it. */
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
