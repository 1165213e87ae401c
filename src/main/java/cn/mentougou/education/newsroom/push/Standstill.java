package cn.mentougou.education.newsroom.push;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/** The one switch that stops every push (全部暂停). */
@Component
public class Standstill {

	private final PushPlanMapper mapper;

	private final Audit audit;

	private final Clock clock;

	Standstill(PushPlanMapper mapper, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether nothing may go. */
	public boolean isOn() {
		return this.mapper.countStandstills() > 0;
	}

	/** Stops everything, or lets it go on; the leader's decision. */
	@Transactional
	public void set(Actor actor, boolean isOn) {
		actor.require(Role.LEADER);
		this.mapper.setStandstill(isOn, actor.id(), this.clock.instant());
		this.audit.record(AuditEntry.done(actor, isOn ? "push.stopped" : "push.resumed", "push-standstill", 1));
	}

}
