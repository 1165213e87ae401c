package cn.mentougou.education.access;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import cn.mentougou.education.EducationApplication;
import cn.mentougou.education.access.Matrix.Route;
import cn.mentougou.education.office.door.Browser;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route, every role, every kind of object: whoever may not, cannot. */
class AuthorisationMatrixTests extends OfficeSite {

	static final Map<String, String> MISSING = Map.ofEntries(Map.entry("id", "999999999"),
			Map.entry("person", "999999999"), Map.entry("name", "no-such-job"), Map.entry("year", "2049"),
			Map.entry("version", "9"), Map.entry("code", "nothing"), Map.entry("session", "0123456789abcdef"),
			Map.entry("remedy", "unlock"), Map.entry("account", "wx0000000000000000"), Map.entry("note", "999999999"));

	/** Stands in everything that belongs to the other school. */
	private static final String CANARY = OtherSchool.CANARY;

	private static final URL PRODUCTION = EducationApplication.class.getProtectionDomain()
		.getCodeSource()
		.getLocation();

	private static final Set<String> OF_THE_SYSTEM = Set.of("audit_entry", "audit_seal", "audit_anchor",
			"audit_verification", "job_run", "reply_window_mark", "scheduled_task", "session_entry", "office_session");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private ApplicationContext context;

	/** What jobs add to an empty district is there before anybody counts. */
	@BeforeEach
	void settle() {
		this.district.commission();
		this.context.getBean("serviceAccountPicture", Job.class).work().run();
	}

	@Test
	void everyRouteOfTheRunningApplicationStandsInTheTableAndNoOther() throws IOException {
		Set<String> running = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((info, handler) -> {
			if (isOurs(handler.getBeanType())) {
				running.addAll(routes(info));
			}
		});
		Set<String> listed = new TreeSet<>();
		Matrix.routes().forEach((route) -> listed.add(route.toString()));
		assertThat(listed).isEqualTo(running);
	}

	@Test
	void roleOpensWhatTheTableSaysAndNothingElse() throws IOException {
		List<String> deviations = new ArrayList<>();
		for (Map.Entry<Role, Browser> visitor : visitors().entrySet()) {
			Map<String, Integer> before = rows();
			for (Route route : Matrix.console()) {
				boolean may = route.roles().contains(visitor.getKey());
				if (!may) {
					judge(deviations, visitor.getKey() + " " + route, answer(visitor.getValue(), route, MISSING),
							"403");
				}
			}
			compare(deviations, visitor.getKey() + " changed", before);
			for (Route route : Matrix.console()) {
				if (route.roles().contains(visitor.getKey())) {
					String verdict = verdict(answer(visitor.getValue(), route, MISSING));
					if (Set.of("403", "sign-in").contains(verdict) || verdict.startsWith("5")) {
						deviations.add(visitor.getKey() + " " + route + ": " + verdict);
					}
				}
			}
		}
		assertThat(deviations).isEmpty();
	}

	@Test
	void whoeverIsNotSignedInIsLedToTheDoor() throws IOException {
		Map<String, Browser> strangers = new LinkedHashMap<>();
		strangers.put("expired", signedIn(colleague(Role.SYSTEM_ADMINISTRATOR)));
		this.clock.advance(Duration.ofHours(9));
		Colleague disabled = colleague(Role.SYSTEM_ADMINISTRATOR);
		strangers.put("disabled", signedIn(disabled));
		this.signIns.set(Actor.system("test"), disabled.person(), SignIn.State.DISABLED);
		Colleague ended = colleague(Role.SYSTEM_ADMINISTRATOR);
		strangers.put("ended", signedIn(ended));
		this.signIns.endSessions(Actor.system("test"), ended.person());
		strangers.put("anonymous", browser());
		List<String> deviations = new ArrayList<>();
		for (Map.Entry<String, Browser> stranger : strangers.entrySet()) {
			Map<String, Integer> before = rows();
			for (Route route : Matrix.console()) {
				stranger.getValue().open("/console/sign-in");
				judge(deviations, stranger.getKey() + " " + route, answer(stranger.getValue(), route, MISSING),
						"sign-in");
			}
			compare(deviations, stranger.getKey() + " changed", before);
		}
		assertThat(deviations).isEmpty();
	}

	@Test
	void whatBelongsToAnotherSchoolIsAnsweredLikeWhatDoesNotExist() throws IOException {
		UnitId own = this.district.unit(UnitKind.SCHOOL, "自己的学校" + System.nanoTime());
		Map<String, Long> foreign = OtherSchool.of(this.context);
		List<String> deviations = new ArrayList<>();
		for (Map.Entry<Role, Browser> visitor : visitorsOf(own).entrySet()) {
			Map<String, Integer> before = rows();
			for (Route route : Matrix.console()) {
				if (route.roles().contains(visitor.getKey()) && !route.object().isEmpty()) {
					Map<String, String> values = new TreeMap<>(MISSING);
					String id = String.valueOf(foreign.get(route.object()));
					values.put("id", id);
					values.put("person", id);
					HttpResponse<String> answer = answer(visitor.getValue(), route, values);
					judge(deviations, visitor.getKey() + " of another school " + route, answer,
							verdict(answer(visitor.getValue(), route, MISSING)));
					assertThat(answer.statusCode()).as(route.toString()).isBetween(400, 499).isNotEqualTo(403);
					if (answer.body().contains(CANARY)) {
						deviations.add(visitor.getKey() + " reads the canary at " + route);
					}
				}
			}
			compare(deviations, visitor.getKey() + " changed", before);
		}
		assertThat(deviations).isEmpty();
	}

	private Map<Role, Browser> visitors() {
		Map<Role, Browser> visitors = new EnumMap<>(Role.class);
		for (Role role : Role.values()) {
			Colleague colleague = colleague(role);
			if (role == Role.TEACHER) {
				this.district.give(colleague.person(), role, this.district.commission());
			}
			visitors.put(role, signedIn(colleague));
		}
		return visitors;
	}

	/** The administrators are the whole commission's. */
	private Map<Role, Browser> visitorsOf(UnitId unit) {
		Map<Role, Browser> visitors = new EnumMap<>(Role.class);
		for (Role role : EnumSet.range(Role.SUBMITTER, Role.KIOSK_KEEPER)) {
			Colleague colleague = colleague(Role.TEACHER);
			this.district.give(colleague.person(), role, unit);
			visitors.put(role, signedIn(colleague));
		}
		return visitors;
	}

	private static HttpResponse<String> answer(Browser browser, Route route, Map<String, String> values) {
		HttpResponse<String> answer = sent(browser, route, route.with(values));
		checkHeaders(route, answer);
		return answer;
	}

	private static HttpResponse<String> sent(Browser browser, Route route, String address) {
		if (route.isVisit()) {
			return browser.open(address);
		}
		HttpResponse<String> page = browser.open("/console");
		if (page.statusCode() != 200) {
			browser.open("/console/sign-in");
		}
		return browser.submit(address);
	}

	private static void judge(List<String> deviations, String what, HttpResponse<String> answer, String expected) {
		String verdict = verdict(answer);
		if (!verdict.equals(expected)) {
			deviations.add(what + ": " + verdict + " instead of " + expected);
		}
	}

	/** Whatever is answered, a browser is told what it may never do. */
	private static void checkHeaders(Route route, HttpResponse<String> answer) {
		assertThat(answer.headers().firstValue("Content-Security-Policy")).as(route.toString())
			.hasValueSatisfying(
					(policy) -> assertThat(policy).contains("default-src 'self'", "frame-ancestors", "form-action"));
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(route.toString()).hasValue("nosniff");
		assertThat(answer.headers().firstValue("Referrer-Policy")).as(route.toString()).isPresent();
		assertThat(answer.headers().firstValue("Cache-Control")).as(route.toString()).hasValue("no-store");
	}

	private static String verdict(HttpResponse<String> answer) {
		String to = Browser.to(answer);
		return to != null && to.startsWith("/console/sign-in") ? "sign-in" : String.valueOf(answer.statusCode());
	}

	private void compare(List<String> deviations, String what, Map<String, Integer> before) {
		rows().forEach((table, count) -> {
			if (!count.equals(before.get(table))) {
				deviations.add(what + " " + table + ": " + before.get(table) + " became " + count);
			}
		});
	}

	/** How many rows each table of the office has. */
	private Map<String, Integer> rows() {
		Map<String, Integer> rows = new TreeMap<>();
		this.jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> !OF_THE_SYSTEM.contains(table))
			.forEach((table) -> rows.put(table,
					this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single()));
		return rows;
	}

	/** Controllers of tests lie on the same class path. */
	private static boolean isOurs(Class<?> controller) {
		return !controller.getName().startsWith("cn.mentougou.")
				|| controller.getProtectionDomain().getCodeSource().getLocation().equals(PRODUCTION);
	}

	private static Set<String> routes(RequestMappingInfo info) {
		Set<String> routes = new TreeSet<>();
		for (String pattern : info.getPatternValues()) {
			String path = pattern.replaceAll("\\{([a-z]+):[^/]*}", "{$1}");
			if (info.getMethodsCondition().getMethods().isEmpty()) {
				routes.add("ANY " + path);
			}
			info.getMethodsCondition().getMethods().forEach((method) -> routes.add(method + " " + path));
		}
		return routes;
	}

}
