package cn.mentougou.education.office.review;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** Lets things out for tests: three different people submit, review and approve. */
public final class Approvals {

	private static final AtomicLong COUNTER = new AtomicLong(7_000_000);

	private final Reviews reviews;

	/** Uses the desk of the application. */
	public Approvals(Reviews reviews) {
		this.reviews = reviews;
	}

	/** Submits, passes and approves the content as it stands now. */
	public void approve(String kind, String id) {
		pass(kind, id);
		ReviewSubject subject = this.reviews.subject(kind, id);
		this.reviews.approve(somebody(Role.LEADER, subject.unitId()), kind, id, subject.contentHash());
	}

	/**
	 * Submits and passes the content as it stands now; the leader has not approved yet.
	 */
	public void pass(String kind, String id) {
		submit(kind, id);
		if (this.reviews.state(kind, id) != ReviewState.SUBMITTED) {
			return;
		}
		ReviewSubject subject = this.reviews.subject(kind, id);
		this.reviews.passSecrecy(somebody(Role.REVIEWER, subject.unitId()), kind, id,
				SecrecyForm.clear(subject.contentHash(), "已与来源文件核对"));
	}

	/** Submits the content as it stands now. */
	public void submit(String kind, String id) {
		this.reviews.submit(somebody(Role.EDITOR, this.reviews.subject(kind, id).unitId()), kind, id);
	}

	/** Gives back what was submitted. */
	public void giveBack(String kind, String id, String reason) {
		Role role = (this.reviews.state(kind, id) == ReviewState.SUBMITTED) ? Role.REVIEWER : Role.LEADER;
		this.reviews.giveBack(somebody(role, this.reviews.subject(kind, id).unitId()), kind, id, reason);
	}

	/** Somebody new who holds this role for the unit, without a row in the database. */
	public static Actor somebody(Role role, long unit) {
		UnitId place = new UnitId(unit);
		return new Actor(Actor.Kind.STAFF, COUNTER.incrementAndGet(), "王小明",
				List.of(new Grant(role, place, Set.of(place), null)), "192.0.2.1");
	}

}
