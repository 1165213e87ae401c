package cn.mentougou.wechatsim.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.action.UserAction;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.push.PushSettings;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldSnapshot;

/** What each address of the control interface does. */
final class ControlRoutes {

	private final Parts parts;

	private final World world;

	private final AccountRoutes accounts;

	private final WebRoutes web;

	private final List<Route> routes;

	ControlRoutes(Parts parts) {
		this.parts = parts;
		this.world = parts.world();
		this.accounts = new AccountRoutes(parts);
		CodeRoutes codes = new CodeRoutes(parts);
		NoticeRoutes notices = new NoticeRoutes(parts.notices());
		this.web = new WebRoutes(parts);
		MassRoutes mass = new MassRoutes(parts);
		this.routes = List.of(get("/sim/state", (request) -> StateView.of(parts)),
				post("/sim/reset", (request) -> done(parts::reset)),
				get("/sim/snapshot", (request) -> world.snapshot()),
				post("/sim/restore", (request) -> done(() -> world.restore(request.as(WorldSnapshot.class)))),
				post("/sim/clock", this::clock), post("/sim/settings", this::settings),
				get("/sim/persons", (request) -> Map.of("persons", StateView.persons(world))),
				post("/sim/persons", this::addPerson), post("/sim/persons/*/actions", this::act),
				post("/sim/persons/*/relation", accounts::relation), get("/sim/persons/*/phone", this::phone),
				post("/sim/persons/*/enter", accounts::enter), post("/sim/followers", accounts::crowd),
				get("/sim/codes", codes::list), get("/sim/codes/picture", codes::picture),
				post("/sim/codes/read", codes::read), get("/sim/media/*", this::media),
				get("/sim/templates", notices::list), post("/sim/templates", notices::adopt),
				post("/sim/persons/*/notices", notices::answer), post("/sim/persons/*/notices/off", notices::switchOff),
				get("/sim/accounts", (request) -> Map.of("accounts", StateView.accounts(parts))),
				post("/sim/accounts", accounts::put), post("/sim/accounts/*/verify", accounts::verify),
				get("/sim/accounts/*/web", web::settings), post("/sim/accounts/*/web", web::change),
				post("/sim/web", web::snapshots), get("/sim/jssdk/check", web::check),
				post("/sim/accounts/*/replies", accounts::replies),
				post("/sim/accounts/*/mini-programs", accounts::miniProgram), get("/sim/quota", accounts::quota),
				post("/sim/quota", accounts::limit), get("/sim/push-log", this::pushLog),
				post("/sim/push-options", this::options), post("/sim/pushes/*/redeliver", this::redeliver),
				get("/sim/accounts/*/masses", mass::masses), post("/sim/mass/*/confirm", mass::confirm),
				post("/sim/mass/*/refuse", mass::refuse), post("/sim/accounts/*/console-send", mass::console),
				get("/sim/accounts/*/mass", mass::settings), post("/sim/accounts/*/mass", mass::change),
				get("/sim/accounts/*/posts", mass::posts), post("/sim/articles/*/ban", mass::ban),
				post("/sim/articles/*/figures", mass::figures), post("/sim/persons/*/articles", mass::deed),
				get("/sim/api-log", (request) -> Map.of("calls", parts.platform().log().entries())),
				get("/sim/faults", (request) -> Map.of("faults", parts.faults().list())),
				post("/sim/faults", (request) -> parts.faults().add(request.as(Fault.class))),
				delete("/sim/faults", (request) -> done(parts.faults()::clear)),
				delete("/sim/faults/*", (request) -> done(() -> removeFault(request.variable()))));
	}

	/** Carries out a call; no such address is a {@link NoSuchElementException}. */
	Object answer(String method, String path, Function<Matcher, ControlRequest> request) {
		for (Route route : routes) {
			Matcher matcher = route.pattern().matcher(path);
			if (route.method().equals(method) && matcher.matches()) {
				return route.action().apply(request.apply(matcher));
			}
		}
		throw new NoSuchElementException("没有这个地址：" + method + " " + path);
	}

	private Object clock(ControlRequest request) {
		Duration by = Duration.parse(request.text("advance"));
		world.clock().advance(by);
		return Map.of("now", world.clock().instant());
	}

	private Object settings(ControlRequest request) {
		StateView.SettingsView wanted = request.over(StateView.SettingsView.of(parts.desk().settings()),
				StateView.SettingsView.class);
		parts.desk()
			.settings(new PushSettings(wanted.attempts(), Duration.ofMillis(wanted.timeoutMillis()), wanted.pushTime(),
					wanted.strict()));
		return StateView.SettingsView.of(parts.desk().settings());
	}

	private Object media(ControlRequest request) {
		return parts.media().show(request.variable());
	}

	private Object addPerson(ControlRequest request) {
		return StateView.PersonView.of(world, world.addPerson(request.text("nickname")));
	}

	private Object act(ControlRequest request) {
		return accepted(parts.actions().perform(request.variable(), request.as(UserAction.class)));
	}

	private Object phone(ControlRequest request) {
		String appId = request.parameter("appId");
		String personId = world.person(request.variable())
			.orElseThrow(() -> new NoSuchElementException("没有编号为 " + request.variable() + " 的人"))
			.id();
		return Map.of("bubbles", world.phone().of(personId, nullable(appId)), "windows",
				(appId.isEmpty()) ? List.of() : world.buckets().live(world.followers().openId(appId, personId)));
	}

	private Object pushLog(ControlRequest request) {
		String appId = request.parameter("appId");
		String personId = request.parameter("personId");
		List<String> ids = parts.desk().log().stream().map(Push::id).toList();
		List<PushRecord> pushes = parts.desk()
			.log()
			.stream()
			.skip(ids.indexOf(request.parameter("after")) + 1L)
			.map(Push::log)
			.filter((push) -> appId.isEmpty() || push.appId().equals(appId))
			.filter((push) -> personId.isEmpty() || push.personId().equals(personId))
			.toList();
		return Map.of("pushes", pushes);
	}

	/** Options and settings in one: the page's switches need not know which is which. */
	private Object options(ControlRequest request) {
		settings(request);
		parts.desk().options(request.over(parts.desk().options(), PushOptions.class));
		return parts.desk().options();
	}

	private Object redeliver(ControlRequest request) {
		return accepted(parts.desk().redeliver(request.variable(), nullable(request.json().path("url").asString(""))));
	}

	private void removeFault(String id) {
		if (!parts.faults().remove(id)) {
			throw new NoSuchElementException("没有编号为 " + id + " 的故障");
		}
	}

	static Object accepted(Push push) {
		return new Accepted(push.id(), push.draft().appId());
	}

	private static Object done(Runnable work) {
		work.run();
		return Map.of("ok", true);
	}

	private static @Nullable String nullable(String value) {
		return value.isEmpty() ? null : value;
	}

	private static Route get(String path, Function<ControlRequest, Object> action) {
		return new Route("GET", pattern(path), action);
	}

	private static Route post(String path, Function<ControlRequest, Object> action) {
		return new Route("POST", pattern(path), action);
	}

	private static Route delete(String path, Function<ControlRequest, Object> action) {
		return new Route("DELETE", pattern(path), action);
	}

	private static Pattern pattern(String path) {
		return Pattern.compile(path.replace("*", "([^/]+)"));
	}

	/** A push is on its way to this account's server. */
	record Accepted(String pushId, String appId) {
	}

	/** One address. */
	private record Route(String method, Pattern pattern, Function<ControlRequest, Object> action) {
	}

}
