package cn.mentougou.wechatsim.menu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MenuApiTests {

	private static final String MENU = """
			{"button":[{"type":"click","name":"我的班级","key":"MY_CLASS"},
			{"name":"信息公开","sub_button":[{"type":"view","name":"公开指南","url":"https://h5.example.cn/guide"},
			{"type":"click","name":"依申请公开","key":"APPLY"}]}]}""";

	private static final String FEW = "{\"button\":[{\"type\":\"click\",\"name\":\"帮助\",\"key\":\"HELP\"}]%s}";

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final SimAccount console = SimAccount.subscription("wx00000000000000d1")
		.withMenu(List.of(MenuButton.submenu("旧菜单", MenuButton.view("官网", "https://www.example.cn/"))));

	private final SimAccount unverified = SimAccount.subscription("wx00000000000000d2").withVerified(false);

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.account(account)
		.account(console)
		.account(unverified));

	private final Caller platform = new Caller(sim.platformUrl());

	private SimPerson mum;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId());
	}

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void menuIsMadeShownAndDeleted() {
		assertThat(get("menu/get").path("errcode").asInt()).isEqualTo(46003);
		assertThat(code("menu/create", MENU)).isZero();
		JsonNode menu = get("menu/get");
		assertThat(menu.at("/menu/button/0/key").asString()).isEqualTo("MY_CLASS");
		assertThat(menu.at("/menu/button/0/sub_button").isArray()).isTrue();
		assertThat(menu.at("/menu/button/1/sub_button/0/url").asString()).isEqualTo("https://h5.example.cn/guide");
		assertThat(menu.at("/menu/menuid").asLong()).isPositive();
		assertThat(menu.has("conditionalmenu")).isFalse();
		JsonNode current = get("get_current_selfmenu_info");
		assertThat(current.path("is_menu_open").asInt()).isEqualTo(1);
		assertThat(current.at("/selfmenu_info/button/1/sub_button/list/1/key").asString()).isEqualTo("APPLY");
		assertThat(get("menu/delete").path("errcode").asInt(-1)).isZero();
		assertThat(get("menu/get").path("errcode").asInt()).isEqualTo(46003);
		assertThat(get("get_current_selfmenu_info").path("is_menu_open").asInt(-1)).isZero();
	}

	@Test
	void menuOfTheConsoleIsSeenByTheQueryOfTheCurrentOneOnly() {
		String url = "?access_token=" + platform.token(console);
		assertThat(platform.get("/cgi-bin/menu/get" + url).path("errcode").asInt()).isEqualTo(46003);
		JsonNode current = platform.get("/cgi-bin/get_current_selfmenu_info" + url);
		assertThat(current.at("/selfmenu_info/button/0/name").asString()).isEqualTo("旧菜单");
		assertThat(platform.get("/cgi-bin/get_current_autoreply_info" + url).path("is_autoreply_open").asInt(-1))
			.isZero();
	}

	@Test
	void phoneKeepsItsCopyForFiveMinutes() {
		code("menu/create", MENU);
		assertThat(keys()).containsExactly("MY_CLASS");
		code("menu/create", FEW.formatted(""));
		mum.menu(account.appId(), "MY_CLASS");
		assertThatIllegalArgumentException().isThrownBy(() -> mum.menu(account.appId(), "HELP"));
		sim.clock().advance(Duration.ofMinutes(5).plusSeconds(1));
		assertThat(keys()).containsExactly("HELP");
		code("menu/create", MENU);
		assertThat(keys()).containsExactly("HELP");
		mum.enterAfresh(account.appId());
		assertThat(keys()).containsExactly("MY_CLASS");
	}

	@Test
	void whoFollowsAgainSeesTheNewMenuAtOnce() {
		code("menu/create", MENU);
		keys();
		code("menu/create", FEW.formatted(""));
		mum.unfollow(account.appId());
		mum.follow(account.appId());
		assertThat(keys()).containsExactly("HELP");
	}

	@Test
	void tapSaysOfWhichMenuItWas() {
		code("menu/create", MENU);
		long menuId = get("menu/get").at("/menu/menuid").asLong();
		assertThat(mum.view(account.appId(), "https://h5.example.cn/guide").draft().clearXml())
			.contains("<![CDATA[VIEW]]>", "<MenuId>" + menuId + "</MenuId>");
		assertThat(mum.menu(account.appId(), "APPLY").draft().clearXml()).contains("<![CDATA[CLICK]]>",
				"<EventKey><![CDATA[APPLY]]></EventKey>");
	}

	@Test
	void newestConditionalMenuThatMatchesIsShown() {
		code("menu/create", MENU);
		int tag = platform.post(url("tags/create"), "{\"tag\":{\"name\":\"教师\"}}").at("/tag/id").asInt();
		String rule = ",\"matchrule\":{\"tag_id\":\"%s\"}";
		String first = platform.post(url("menu/addconditional"), FEW.formatted(rule.formatted(tag)))
			.path("menuid")
			.asString();
		assertThat(keys()).containsExactly("MY_CLASS");
		platform.post(url("tags/members/batchtagging"),
				"{\"openid_list\":[\"" + mum.openId(account.appId()) + "\"],\"tagid\":" + tag + "}");
		mum.enterAfresh(account.appId());
		assertThat(keys()).containsExactly("HELP");
		String user = "{\"user_id\":\"" + mum.openId(account.appId()) + "\"}";
		assertThat(platform.post(url("menu/trymatch"), user).at("/menu/button/0/key").asString()).isEqualTo("HELP");
		String second = FEW.replace("HELP", "TEACHER").formatted(rule.formatted(tag));
		platform.post(url("menu/addconditional"), second);
		assertThat(platform.post(url("menu/trymatch"), user).at("/button/0/key").asString()).isEqualTo("TEACHER");
		assertThat(get("menu/get").path("conditionalmenu")).hasSize(2);
		assertThat(get("menu/get").at("/conditionalmenu/0/matchrule/group_id").asInt()).isEqualTo(tag);
		assertThat(code("menu/delconditional", "{\"menuid\":\"" + first + "\"}")).isZero();
		assertThat(code("menu/delconditional", "{\"menuid\":\"" + first + "\"}")).isEqualTo(65301);
		get("menu/delete");
		assertThat(code("menu/trymatch", user)).isEqualTo(46003);
	}

	@Test
	void conditionalMenuNeedsADefaultOneAndARuleThatStillExists() {
		assertThat(code("menu/addconditional", FEW.formatted(",\"matchrule\":{\"client_platform_type\":2}")))
			.isEqualTo(65303);
		code("menu/create", MENU);
		assertThat(code("menu/addconditional", FEW.formatted(",\"matchrule\":{\"sex\":\"1\"}"))).isEqualTo(65304);
		assertThat(code("menu/addconditional", FEW.formatted(""))).isEqualTo(65304);
		assertThat(code("menu/addconditional", FEW.formatted(",\"matchrule\":{\"tag_id\":999}"))).isEqualTo(45159);
		assertThat(code("menu/trymatch", "{\"user_id\":\"oNobody\"}")).isEqualTo(65302);
	}

	@Test
	void threeOutsideDomainsAreEnough() {
		String view = "{\"type\":\"view\",\"name\":\"页面\",\"url\":\"https://%s/\"}";
		String three = view.formatted("a.example.cn") + "," + view.formatted("b.example.cn") + ","
				+ view.formatted("C.example.cn");
		String sub = "{\"button\":[{\"name\":\"页面\",\"sub_button\":[" + three + ",%s]}]}";
		assertThat(code("menu/create", sub.formatted(view.formatted("c.example.cn")))).isZero();
		assertThat(code("menu/create", sub.formatted(view.formatted("mp.weixin.qq.com")))).isZero();
		assertThat(code("menu/create", sub.formatted(view.formatted("d.example.cn")))).isEqualTo(65316);
		assertThat(code("menu/addconditional",
				"{\"button\":[" + view.formatted("d.example.cn") + "],\"matchrule\":{\"client_platform_type\":2}}"))
			.isEqualTo(65316);
	}

	@Test
	void unverifiedSubscriptionAccountHasNoMenu() {
		assertThat(platform.code("/cgi-bin/menu/create?access_token=" + platform.token(unverified), MENU))
			.isEqualTo(48001);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			"type":"click","name":"一二三四五","key":"K"                        | 0     | 0
			"type":"click","name":"一二三四五六","key":"K"                      | 40018 | 0
			"type":"click","name":"一二三四五六七八九十一二三四五六七八九十","key":"K"  | 40018 | 0
			"type":"click","name":"一二三四五六七八九十一二三四五六七八九十一","key":"K" | 40018 | 40025
			"type":"click","name":" ","key":"K"                             | 40018 | 40025
			"type":"click","name":"好"                                       | 40019 | 40026
			"type":"dance","name":"好","key":"K"                             | 40017 | 40024
			"name":"好","key":"K"                                            | 40017 | 40024
			"type":"view","name":"好"                                        | 40020 | 40027
			"type":"view","name":"好","url":"ftp://example.cn/"              | 40055 | 40054
			"type":"view","name":"好","url":"www.example.cn"                 | 40055 | 40054
			"type":"view","name":"好","url":5                                | 47001 | 47001
			"type":"media_id","name":"好"                                    | 40007 | 40007
			"type":"article_id","name":"好"                                  | 53600 | 53600
			"type":"article_id","name":"好","article_id":"A"                 | 0     | 0
			"type":"miniprogram","name":"好","url":"https://example.cn/","appid":"wxmini","pagepath":"p" | 40166 | 40166
			"type":"location_select","name":"好","key":"K"                   | 0     | 0
			""")
	void buttonsAreChecked(String button, int onTheBar, int inASubmenu) {
		assertThat(code("menu/create", "{\"button\":[{" + button + "}]}")).isEqualTo(onTheBar);
		assertThat(code("menu/create", "{\"button\":[{\"name\":\"好\",\"sub_button\":[{" + button + "}]}]}"))
			.isEqualTo(inASubmenu);
	}

	@Test
	void keysAddressesAndNumbersHaveLimits() {
		String click = "{\"type\":\"click\",\"name\":\"好\",\"key\":\"%s\"}";
		String view = "{\"type\":\"view\",\"name\":\"好\",\"url\":\"https://example.cn/%s\"}";
		assertThat(code("menu/create", menu(click.formatted("k".repeat(128))))).isZero();
		assertThat(code("menu/create", menu(click.formatted("k".repeat(129))))).isEqualTo(40019);
		assertThat(code("menu/create", menu(view.formatted("u".repeat(1005))))).isZero();
		assertThat(code("menu/create", menu(view.formatted("u".repeat(1006))))).isEqualTo(40020);
		String one = click.formatted("K");
		assertThat(code("menu/create", menu(""))).isEqualTo(40016);
		assertThat(code("menu/create", menu(one + "," + one + "," + one + "," + one))).isEqualTo(40016);
		String sub = "{\"name\":\"好\",\"sub_button\":[%s]}";
		assertThat(code("menu/create", menu(sub.formatted(one + ("," + one).repeat(4))))).isZero();
		assertThat(code("menu/create", menu(sub.formatted(one + ("," + one).repeat(5))))).isEqualTo(40023);
		assertThat(code("menu/create", menu(sub.formatted(sub.formatted(one))))).isEqualTo(40022);
		assertThat(code("menu/create", "{\"button\":{}}")).isEqualTo(47001);
	}

	@Test
	void linkedMiniProgramIsOpenedFromTheMenu() {
		sim.menus().link("wxmini");
		String button = "{\"type\":\"miniprogram\",\"name\":\"地图\",\"url\":\"https://example.cn/\","
				+ "\"appid\":\"wxmini\",\"pagepath\":\"pages/map\"}";
		assertThat(code("menu/create", menu(button))).isZero();
		assertThat(mum.view(account.appId(), "https://example.cn/").draft().clearXml())
			.contains("<![CDATA[view_miniprogram]]>", "<EventKey><![CDATA[pages/map]]></EventKey>");
	}

	private List<String> keys() {
		return mum.enter(account.appId())
			.buttons()
			.stream()
			.filter((button) -> button.key() != null)
			.map(MenuButton::key)
			.toList();
	}

	private static String menu(String buttons) {
		return "{\"button\":[" + buttons + "]}";
	}

	private int code(String command, String body) {
		return platform.code(url(command), body);
	}

	private JsonNode get(String command) {
		return platform.get(url(command));
	}

	private String url(String command) {
		return "/cgi-bin/" + command + "?access_token=" + platform.token(account);
	}

}
