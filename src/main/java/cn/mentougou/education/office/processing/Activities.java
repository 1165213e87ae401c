package cn.mentougou.education.office.processing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The desk of the register of processing. */
@Component
class Activities {

	private final ActivityMapper mapper;

	private final Audit audit;

	private final Clock clock;

	Activities(ActivityMapper mapper, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.audit = audit;
		this.clock = clock;
	}

	/** All of them, those that ended last. */
	List<Activity> all() {
		return this.mapper.list().stream().map(ActivityMapper.Row::activity).toList();
	}

	/**
	 * One of them.
	 * @throws Refusal.NotFound if there is none
	 */
	Activity find(long id) {
		return this.mapper.find(id)
			.map(ActivityMapper.Row::activity)
			.orElseThrow(() -> new Refusal.NotFound("processing.no-such-activity"));
	}

	/** Registers something new. */
	@Transactional
	long add(Actor actor, Activity activity) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		check(activity);
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(activity, key);
		this.audit.record(AuditEntry.done(actor, "processing.activity-added", "activity", key.getValue()));
		return key.getValue();
	}

	/**
	 * Changes what is said.
	 * @throws Refusal.Conflict if somebody else changed it, or it ended
	 */
	@Transactional
	void change(Actor actor, Activity activity) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		check(activity);
		find(activity.id());
		if (this.mapper.change(activity) != 1) {
			throw new Refusal.Conflict("processing.changed-meanwhile");
		}
		this.audit.record(AuditEntry.done(actor, "processing.activity-changed", "activity", activity.id())
			.with("assessedOn", String.valueOf(activity.assessedOn()))
			.with("auditedOn", String.valueOf(activity.auditedOn())));
	}

	/** Ends it: it is not done any more and stays in the register. */
	@Transactional
	void end(Actor actor, long id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		find(id);
		if (this.mapper.end(id, LocalDate.now(this.clock)) != 1) {
			throw new Refusal.Conflict("processing.changed-meanwhile");
		}
		this.audit.record(AuditEntry.done(actor, "processing.activity-ended", "activity", id));
	}

	private void check(Activity activity) {
		LocalDate today = LocalDate.now(this.clock);
		checkPast(activity.assessedOn(), activity.text().assessment(), today);
		checkPast(activity.auditedOn(), activity.text().auditResult(), today);
	}

	private static void checkPast(@Nullable LocalDate day, String result, LocalDate today) {
		if (day != null && day.isAfter(today)) {
			throw new Refusal.Invalid("processing.in-the-future");
		}
		if ((day == null) != result.isEmpty()) {
			throw new Refusal.Invalid("processing.day-and-result");
		}
	}

}
