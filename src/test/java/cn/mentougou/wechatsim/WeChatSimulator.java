package cn.mentougou.wechatsim;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.action.UserActions;
import cn.mentougou.wechatsim.control.ControlServer;
import cn.mentougou.wechatsim.control.Parts;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.figure.Readings;
import cn.mentougou.wechatsim.mass.MassDesk;
import cn.mentougou.wechatsim.menu.AutomaticReplies;
import cn.mentougou.wechatsim.menu.Menus;
import cn.mentougou.wechatsim.notice.NoticeDesk;
import cn.mentougou.wechatsim.platform.AccessTokens;
import cn.mentougou.wechatsim.platform.ApiCounters;
import cn.mentougou.wechatsim.platform.ApiLogEntry;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.PlatformServer;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.push.PushSettings;
import cn.mentougou.wechatsim.push.UrlVerification;
import cn.mentougou.wechatsim.qr.QrCodes;
import cn.mentougou.wechatsim.web.SimWeb;
import cn.mentougou.wechatsim.world.Followers;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;

/** The simulator as a whole: start it, act as people, look at what happened. */
public final class WeChatSimulator implements AutoCloseable {

	private final Parts parts;

	private final ControlServer control;

	private final @Nullable StateFile stateFile;

	private WeChatSimulator(Parts parts, ControlServer control, @Nullable StateFile stateFile) {
		this.parts = parts;
		this.control = control;
		this.stateFile = stateFile;
	}

	/** Starts both servers; a port that is taken is named in the exception. */
	public static WeChatSimulator start(SimulatorSettings settings) {
		World world = new World(new SimClock(settings.clock()), settings.seed(), settings.accounts());
		Areas areas = Areas.of(world);
		AccessTokens tokens = new AccessTokens(world);
		ApiCounters counters = new ApiCounters(world);
		Faults faults = new Faults(world, (fault) -> happen(world, tokens, fault));
		PushDesk desk = new PushDesk(world, faults, settings.push());
		NoticeDesk notices = new NoticeDesk(world, areas.notices(), desk, faults);
		MassDesk mass = new MassDesk(world, areas.shelf(), desk, faults);
		areas.readings().told(mass::told);
		StateFile stateFile = (settings.stateFile() != null) ? StateFile.attach(world, settings.stateFile()) : null;
		List<Endpoint> endpoints = areas.endpoints(world, tokens, counters, notices);
		endpoints.addAll(mass.endpoints(() -> desk.settings().strict()));
		PlatformServer platform = platform(world, settings, areas,
				new PlatformServer.Setup(endpoints, tokens, counters, faults, () -> desk.settings().strict(),
						settings.refuseEscapes(), List.of(areas.web().pages(), areas.articlePages(world))));
		UserActions actions = new UserActions(world, desk, areas.codes(), areas.menus());
		Parts parts = new Parts(world, desk, actions, faults, platform, areas.codes(), areas.menus(), areas.replies(),
				notices, areas.media(), areas.web(), mass, areas.readings());
		try {
			ControlServer control = open("wechatsim.port", settings.port(), (port) -> ControlServer.start(parts, port));
			return new WeChatSimulator(parts, control, stateFile);
		}
		catch (IllegalStateException ex) {
			mass.close();
			platform.close();
			throw ex;
		}
	}

	private static PlatformServer platform(World world, SimulatorSettings settings, Areas areas,
			PlatformServer.Setup setup) {
		PlatformServer platform = open("wechatsim.platform-port", settings.platformPort(),
				(port) -> PlatformServer.start(world, setup, port));
		areas.shelf().posts().base("http://localhost:" + platform.port());
		return platform;
	}

	private static void happen(World world, AccessTokens tokens, Fault fault) {
		String appId = (fault.match() != null) ? fault.match().appid() : null;
		switch (fault.action()) {
			case TOKEN_INVALIDATE -> tokens.invalidate(appId);
			case TOKEN_EXPIRE -> tokens.expire(appId);
			case TOKEN_GRACE_OFF -> tokens.endGrace(appId);
			case CLOCK_JUMP -> {
				if (fault.by() != null) {
					world.clock().advance(fault.by());
				}
			}
			default -> throw new IllegalArgumentException("not a deed: " + fault.action());
		}
	}

	/** Where the phone page and the control interface are. */
	public String controlUrl() {
		return "http://localhost:" + control.port();
	}

	/** What an account's server takes for {@code https://api.weixin.qq.com}. */
	public String platformUrl() {
		return "http://localhost:" + parts.platform().port();
	}

	public SimClock clock() {
		return parts.world().clock();
	}

	/** A new person; two of the same name are two people. */
	public SimPerson person(String nickname) {
		return new SimPerson(parts, parts.world().addPerson(nickname));
	}

	/** The people there are, also those whom the phone page or a state file brought. */
	public List<SimPerson> persons() {
		return parts.world().persons().stream().map((person) -> new SimPerson(parts, person)).toList();
	}

	/** Many people at once who have followed for a while; nothing is pushed. */
	public void crowd(String appId, int count) {
		parts.world().addCrowd(appId, "家长", count, Duration.ofDays(365));
	}

	/** How people stand to accounts, as the platform has it on file. */
	public Followers followers() {
		return parts.world().followers();
	}

	/** The QR codes with parameters that accounts made. */
	public QrCodes codes() {
		return parts.codes();
	}

	/** The menus of all accounts. */
	public Menus menus() {
		return parts.menus();
	}

	/** Templates, notices and what people consented to. */
	public NoticeDesk notices() {
		return parts.notices();
	}

	/** The replies that someone set up in the platform's own console. */
	public AutomaticReplies automaticReplies() {
		return parts.replies();
	}

	public List<SimAccount> accounts() {
		return parts.world().accounts();
	}

	/** Changes an account, or opens one more. */
	public void account(SimAccount account) {
		parts.world().put(account);
	}

	/** Sets the address to which an account's pushes go. */
	public void webhook(String appId, @Nullable String url) {
		account(parts.world().account(appId).orElseThrow().withWebhookUrl(url));
	}

	/** Calls the webhook as the console does when its address is saved. */
	public UrlVerification.Result verify(String appId) {
		return new UrlVerification(parts.world()).verify(parts.world().account(appId).orElseThrow(),
				parts.desk().settings().timeout());
	}

	public List<Push> pushLog() {
		return parts.desk().log();
	}

	/** The same message once more, to where it went before. */
	public Push redeliver(String pushId) {
		return parts.desk().redeliver(pushId, null);
	}

	/** The same message once more, to another server. */
	public Push redeliver(String pushId, String url) {
		return parts.desk().redeliver(pushId, url);
	}

	public void pushOptions(PushOptions options) {
		parts.desk().options(options);
	}

	public PushSettings pushSettings() {
		return parts.desk().settings();
	}

	public void pushSettings(PushSettings settings) {
		parts.desk().settings(settings);
	}

	public List<ApiLogEntry> apiLog() {
		return parts.platform().log().entries();
	}

	public ApiCounters counters() {
		return parts.platform().counters();
	}

	public Faults faults() {
		return parts.faults();
	}

	/** Pages in the browser: web authorisation and the JS-SDK. */
	public SimWeb web() {
		return parts.web();
	}

	/** What went out to many, and what became of it. */
	public MassDesk mass() {
		return parts.mass();
	}

	/** Who read what. */
	public Readings readings() {
		return parts.readings();
	}

	/** How many pages listen to the live events. */
	public int listeners() {
		return control.listeners();
	}

	public void reset() {
		parts.reset();
	}

	@Override
	public void close() {
		control.close();
		parts.mass().close();
		parts.platform().close();
		parts.desk().close();
		if (stateFile != null) {
			stateFile.close();
		}
	}

	private static <T> T open(String property, int port, Opening<T> opening) {
		try {
			return opening.at(port);
		}
		catch (IOException ex) {
			throw new IllegalStateException("端口 " + port + " 打不开（" + property + "）：" + ex.getMessage(), ex);
		}
	}

	/** Opens a port. */
	private interface Opening<T> {

		T at(int port) throws IOException;

	}

}
