package cn.mentougou.education.office.setup;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two at once: one of them is first. */
@PageTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SetupRaceTests {

	private static final String HERE = "192.0.2.1";

	private static final String PASSWORD = "correct horse battery staple";

	@Autowired
	private Setup setup;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	@AfterEach
	void clean() {
		for (String table : List.of("setup_link", "sign_in", "office_appointment", "office_person", "unit_reach",
				"office_unit", "audit_entry")) {
			this.jdbc.sql("DELETE FROM " + table).update();
		}
	}

	private static SetupForm person(String name, String phone, String username) {
		return new SetupForm(null, null, name, phone, username, PASSWORD, PASSWORD);
	}

	private Map<Role, Word> begun() {
		return this.setup.begin(HERE, this.setup.newBeginning(), "门头沟区教育委员会");
	}

	@Test
	void linksOfTwoInstancesBeginOnce() throws Exception {
		Word one = this.setup.newBeginning();
		Word other = this.setup.newBeginning();
		assertThat(
				atOnce(() -> this.setup.begin(HERE, one, "门头沟区教育委员会"), () -> this.setup.begin(HERE, other, "门头沟区教委")))
			.containsExactlyInAnyOrder("done", "setup.link-used");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM office_unit").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void oneLinkMakesOneAdministrator() throws Exception {
		Word link = begun().get(Role.SYSTEM_ADMINISTRATOR);
		assertThat(atOnce(() -> make(link, Word.random(), person("赵一", "13800000001", "zhaoyi")),
				() -> make(link, Word.random(), person("钱二", "13800000002", "qianer"))))
			.containsExactlyInAnyOrder("done", "setup.link-used");
	}

	@Test
	void oneBrowserMakesOneAdministrator() throws Exception {
		Map<Role, Word> links = begun();
		Word browser = Word.random();
		assertThat(atOnce(
				() -> make(links.get(Role.SYSTEM_ADMINISTRATOR), browser, person("赵一", "13800000001", "zhaoyi")),
				() -> make(links.get(Role.AUDIT_ADMINISTRATOR), browser, person("钱二", "13800000002", "qianer"))))
			.containsExactlyInAnyOrder("done", "setup.one-person-two-links");
	}

	@Test
	void oneNameMakesOneAdministrator() throws Exception {
		Map<Role, Word> links = begun();
		assertThat(atOnce(
				() -> make(links.get(Role.SYSTEM_ADMINISTRATOR), Word.random(), person("赵一", "13800000001", "zhaoyi")),
				() -> make(links.get(Role.AUDIT_ADMINISTRATOR), Word.random(), person("赵一", "13800000002", "qianer"))))
			.containsExactlyInAnyOrder("done", "setup.same-person");
	}

	@Test
	void linkIsNotUsedUpByWhatWasTypedWrong() {
		Word link = begun().get(Role.SYSTEM_ADMINISTRATOR);
		Word browser = Word.random();
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> make(link, browser, person("赵一", "1", "zhaoyi")));
		make(link, browser, person("赵一", "13800000001", "zhaoyi"));
		assertThat(this.setup.missing()).doesNotContain(Role.SYSTEM_ADMINISTRATOR);
	}

	private boolean make(Word link, Word browser, SetupForm form) {
		this.setup.make(HERE, link, browser, form);
		return true;
	}

	private static List<String> atOnce(Callable<?> one, Callable<?> other) throws Exception {
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

	private static String outcome(CyclicBarrier start, Callable<?> act) throws Exception {
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
