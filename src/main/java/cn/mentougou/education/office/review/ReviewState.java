package cn.mentougou.education.office.review;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Role;

/** How far something is on its way to the public. */
public enum ReviewState {

	/** Nobody submitted it yet. It can be submitted. */
	DRAFT("未送审"),

	/** It waits for the reviewer, who passes it or gives it back. */
	SUBMITTED("待保密审查"),

	/** It waits for the leader, who approves it or gives it back. */
	SECRECY_PASSED("待领导审批"),

	/** It may go out as it stands, until it is changed or the leader takes it back. */
	APPROVED("已批准"),

	/** It waits for its section, which corrects and submits it again. */
	RETURNED("已退回修改"),

	/** It was changed after it was submitted, so it must be submitted again. */
	VOIDED("改动后失效");

	/** Those in which a review is bound to a content. */
	static final Set<ReviewState> BOUND = Set.of(SUBMITTED, SECRECY_PASSED, APPROVED);

	private final String title;

	ReviewState(String title) {
		this.title = title;
	}

	/** Who decides what is so; null if nobody does. */
	@Nullable Role decider() {
		return switch (this) {
			case SUBMITTED -> Role.REVIEWER;
			case SECRECY_PASSED, APPROVED -> Role.LEADER;
			case DRAFT, RETURNED, VOIDED -> null;
		};
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
