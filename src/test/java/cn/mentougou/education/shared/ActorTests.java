package cn.mentougou.education.shared;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ActorTests {

	private static final UnitId COMMISSION = new UnitId(1);

	private static final UnitId SCHOOL = new UnitId(2);

	private static final UnitId OTHER = new UnitId(3);

	private static final PersonId LEADER = new PersonId(10);

	private static final PersonId DELEGATE = new PersonId(11);

	@Test
	void roleReachesTheUnitsBelowItsOwn() {
		Actor actor = actor(DELEGATE, new Grant(Role.REVIEWER, COMMISSION, Set.of(COMMISSION, SCHOOL), null));
		assertThat(actor.holds(Role.REVIEWER, SCHOOL)).isTrue();
		assertThat(actor.holds(Role.REVIEWER, OTHER)).isFalse();
		assertThat(actor.holds(Role.LEADER, SCHOOL)).isFalse();
	}

	@Test
	void unitOutsideOnesReachDoesNotExist() {
		Actor actor = actor(DELEGATE, new Grant(Role.REVIEWER, SCHOOL, Set.of(SCHOOL), null));
		actor.require(Role.REVIEWER, SCHOOL);
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> actor.require(Role.REVIEWER, OTHER));
		assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> actor.require(Role.LEADER));
	}

	@Test
	void nobodyApprovesTheirOwnWork() {
		Actor leader = actor(LEADER, leads(null));
		assertThat(leader.mayApprove(Role.LEADER, SCHOOL, LEADER)).isFalse();
		assertThat(leader.mayApprove(Role.LEADER, SCHOOL, DELEGATE)).isTrue();
	}

	@Test
	void delegateApprovesNeitherTheirOwnWorkNorThatOfTheAbsentLeader() {
		Actor delegate = actor(DELEGATE, leads(LEADER));
		assertThat(delegate.mayApprove(Role.LEADER, SCHOOL, DELEGATE)).isFalse();
		assertThat(delegate.mayApprove(Role.LEADER, SCHOOL, LEADER)).isFalse();
		assertThat(delegate.mayApprove(Role.LEADER, SCHOOL, new PersonId(12))).isTrue();
	}

	@Test
	void textOfAnActorHoldsNoName() {
		assertThat(actor(LEADER, leads(null))).hasToString("STAFF:10");
	}

	private static Grant leads(@Nullable PersonId absent) {
		return new Grant(Role.LEADER, COMMISSION, Set.of(COMMISSION, SCHOOL), absent);
	}

	private static Actor actor(PersonId person, Grant grant) {
		return new Actor(Actor.Kind.STAFF, person.value(), "王小明", List.of(grant), "192.0.2.1");
	}

}
