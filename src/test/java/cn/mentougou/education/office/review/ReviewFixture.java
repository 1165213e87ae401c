package cn.mentougou.education.office.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Something of a section that is to go out, and those through whose hands it goes. */
@PageTest
@RecordApplicationEvents
abstract class ReviewFixture {

	static final String KIND = SampleWork.KIND;

	static final long AUTHOR = 6_000_001;

	@Autowired
	Reviews reviews;

	@Autowired
	ApprovalGate gate;

	@Autowired
	ReviewRegister register;

	@Autowired
	SampleWork works;

	@Autowired
	Attachments attachments;

	@Autowired
	Clock clock;

	@Autowired
	District district;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	long section;

	String id;

	String hash;

	Actor submitter;

	Actor reviewer;

	Actor leader;

	@BeforeEach
	void write() {
		this.section = this.district.unit(UnitKind.SECTION, "中小教科").value();
		this.id = this.works.write(this.section, "今年的入学政策", Set.of(AUTHOR));
		this.hash = this.works.find(this.id).orElseThrow().contentHash();
		this.submitter = Approvals.somebody(Role.SUBMITTER, this.section);
		this.reviewer = Approvals.somebody(Role.REVIEWER, this.section);
		this.leader = Approvals.somebody(Role.LEADER, this.section);
	}

	void pass(Actor actor) {
		this.reviews.passSecrecy(actor, KIND, this.id, SecrecyForm.clear(this.hash, "京教发〔2026〕1号"));
	}

	ReviewState state() {
		return this.reviews.state(KIND, this.id);
	}

	List<Decision> history() {
		return this.register.historyOf(this.register.of(KIND, this.id).orElseThrow());
	}

	static void refused(String code, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	static Actor actor(long id, Role role, long unit, Long absent) {
		UnitId place = new UnitId(unit);
		return new Actor(Actor.Kind.STAFF, id, "王小明",
				List.of(new Grant(role, place, Set.of(place), (absent != null) ? new PersonId(absent) : null)),
				"192.0.2.1");
	}

	void waitLonger() {
		this.jdbc.sql("UPDATE review_item SET waiting_since = waiting_since - INTERVAL 30 DAY").update();
	}

	ReviewRegister.Figures figures() {
		LocalDate today = LocalDate.now(this.clock);
		return this.register.figures(this.leader, today.minusDays(9), today.plusDays(9)).get(0);
	}

}
