package cn.mentougou.education.office.staff;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Two at once: one of them wins. */
@DeskTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AdministratorRaceTests {

	@Autowired
	private Appointments appointments;

	@Autowired
	private People people;

	@Autowired
	private Units units;

	@Autowired
	private District district;

	@Autowired
	private JdbcClient jdbc;

	private UnitId commission;

	@BeforeEach
	void found() {
		clean();
		this.commission = this.district.commission();
	}

	@AfterEach
	void clean() {
		for (String table : List.of("office_appointment", "office_person", "unit_reach", "office_unit",
				"audit_entry")) {
			this.jdbc.sql("DELETE FROM " + table).update();
		}
	}

	@RepeatedTest(5)
	void twoAdministratorsAreNotGivenToOnePersonAtOnce() throws Exception {
		PersonId person = this.district.person("赵一", this.commission);
		assertThat(atOnce(() -> this.district.give(person, Role.SYSTEM_ADMINISTRATOR, this.commission),
				() -> this.district.give(person, Role.SECURITY_ADMINISTRATOR, this.commission)))
			.containsExactlyInAnyOrder("done", "staff.two-administrators");
		assertThat(this.appointments.historyOf(person)).hasSize(1);
	}

	@RepeatedTest(5)
	void lastTwoHoldersAreNotTakenAtOnce() throws Exception {
		PersonId first = this.district.person("赵一", this.commission);
		PersonId second = this.district.person("钱二", this.commission);
		long one = this.district.give(first, Role.AUDIT_ADMINISTRATOR, this.commission);
		this.district.give(second, Role.AUDIT_ADMINISTRATOR, this.commission);
		Actor actor = Actor.system("test");
		assertThat(atOnce(() -> {
			this.appointments.take(actor, one);
			return 0L;
		}, () -> {
			this.people.leave(actor, second);
			return 0L;
		})).containsExactlyInAnyOrder("done", "staff.last-administrator");
	}

	@RepeatedTest(5)
	void personDoesNotEnterAUnitThatIsBeingClosed() throws Exception {
		UnitId school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		List<String> outcomes = atOnce(() -> this.district.person("赵一", school).value(), () -> {
			this.units.close(Actor.system("test"), school);
			return 0L;
		});
		assertThat(outcomes).contains("done").containsAnyOf("unit.closed", "staff.unit-has-people");
	}

	private static List<String> atOnce(Callable<Long> one, Callable<Long> other) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			CyclicBarrier start = new CyclicBarrier(2);
			List<Future<String>> outcomes = Stream.of(one, other)
				.map((act) -> threads.submit(() -> outcome(start, act)))
				.toList();
			return List.of(outcomes.get(0).get(), outcomes.get(1).get());
		}
		finally {
			threads.shutdown();
		}
	}

	private static String outcome(CyclicBarrier start, Callable<Long> act) throws Exception {
		start.await();
		try {
			act.call();
			return "done";
		}
		catch (Refusal ex) {
			return ex.code();
		}
	}

}
