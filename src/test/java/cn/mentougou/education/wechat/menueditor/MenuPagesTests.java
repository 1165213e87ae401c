package cn.mentougou.education.wechat.menueditor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.DefaultMenus;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class MenuPagesTests {

	private static final String ACCOUNT = "/console/menus/of/" + EngineProperties.SERVICE;

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private MenuVersions versions;

	@Autowired
	private JdbcClient jdbc;

	private Actor editor;

	@BeforeEach
	void editor() {
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
	}

	@Test
	void everyEntryOfTheDefaultMenusHasATarget(@Autowired MenuChecks checks, @Autowired WeChatAccounts accounts) {
		for (WeChatAccount account : accounts.all()) {
			assertThat(checks.faults(account, DefaultMenus.of(account.kind()))).isEmpty();
		}
	}

	@Test
	void emptyInstallationOffersTheDefaultMenuAsADraftAndKeepsNothing() {
		assertThat(this.browser.get(this.editor, "/console/menus")).hasStatusOk()
			.bodyText()
			.contains("订阅号", "服务号", "默认菜单");
		assertThat(this.browser.get(this.editor, ACCOUNT + "/edit")).hasStatusOk()
			.bodyText()
			.contains("value=\"我的班级\"", "value=\"咨询\"", "系统预备的答复");
		assertThat(this.versions.latest(EngineProperties.SERVICE)).isEmpty();
	}

	@Test
	void buttonsChangeTheFormAndKeepWhatWasTyped() {
		Map<String, String> fields = menu("CLICK:CLASS_MINE");
		fields.put("act", "add:m0");
		assertThat(this.browser.post(this.editor, ACCOUNT + "/edit", fields)).hasStatusOk()
			.bodyText()
			.contains("value=\"班级入口\"", "m0.b1.name", "autofocus");
		assertThat(this.versions.latest(EngineProperties.SERVICE)).isEmpty();
	}

	@Test
	void menuIsSavedShownAndCompared() {
		long first = saved(menu("CLICK:CLASS_MINE"));
		Map<String, String> fields = menu("CLICK:CLASS_BIND");
		fields.put("based", "" + first);
		fields.put("note", "改了去处");
		long second = saved(fields);
		assertThat(this.browser.get(this.editor, "/console/menus/versions/" + second)).hasStatusOk()
			.bodyText()
			.contains("第 2 版", "改了去处", "班级入口", "发布…", "sandbox");
		assertThat(this.browser.get(this.editor, "/console/menus/versions/" + first)).bodyText().contains("回退到这一版…");
		assertThat(this.browser.get(this.editor, "/console/menus/versions/" + second + "/difference?with=" + first))
			.hasStatusOk()
			.bodyText()
			.contains("的“班级入口”由回复消息：进入班级", "改为回复消息：绑定孩子");
		assertThat(this.browser.get(this.editor, ACCOUNT)).hasStatusOk().bodyText().contains("第 2 版", "第 1 版", "还没有发布");
	}

	@Test
	void entryThatLeadsNowhereIsRefusedBesideItsField() {
		assertThat(this.browser.post(this.editor, ACCOUNT + "/edit", menu("CLICK:NOBODY"))).hasStatusOk()
			.bodyText()
			.contains("没有保存", "默认菜单第 1 栏：没有功能或回复规则来回答“NOBODY”");
		Map<String, String> page = menu("VIEW");
		page.put("m0.b0.value", "https://evil.example/");
		assertThat(this.browser.post(this.editor, ACCOUNT + "/edit", page)).bodyText()
			.contains("菜单不能打开 evil.example 的网页");
		assertThat(this.versions.latest(EngineProperties.SERVICE)).isEmpty();
	}

	@Test
	void whoBeganBeforeAnotherSavedIsToldAndLosesNothing() {
		saved(menu("CLICK:CLASS_MINE"));
		assertThat(this.browser.post(this.editor, ACCOUNT + "/edit", menu("CLICK:CLASS_BIND"))).hasStatusOk()
			.bodyText()
			.contains("别人已经保存了新的一版", "看看别人保存的第 1 版", "value=\"班级入口\"");
	}

	@Test
	void previewIsFramedByOurselvesAloneAndRunsNothing() {
		long id = saved(menu("CLICK:CLASS_MINE"));
		assertThat(this.browser.get(this.editor, "/console/menus/versions/" + id + "/preview")).hasStatusOk()
			.hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; "
					+ "form-action 'none'; frame-ancestors 'self'");
		assertThat(this.browser.post(this.editor, ACCOUNT + "/preview", menu("CLICK:CLASS_MINE"))).hasStatusOk()
			.bodyText()
			.contains("班级入口", "回复消息：进入班级");
	}

	@Test
	void switchIsPlannedAndCalledOff() {
		long id = saved(menu("CLICK:CLASS_MINE"));
		String page = "/console/menus/versions/" + id;
		assertThat(this.browser.post(this.editor, page + "/plan", Map.of("at", "2001-01-01T08:00")))
			.hasRedirectedUrl(page);
		assertThat(this.browser.post(this.editor, page + "/plan", Map.of("at", ""))).hasRedirectedUrl(page);
		assertThat(this.browser.post(this.editor, page + "/plan", Map.of("at", "2031-05-01T08:00")))
			.hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page + "/publish")).bodyText().contains("五分钟内看到");
		assertThat(this.browser.get(this.editor, page + "/roll-back")).hasStatusOk();
	}

	@Test
	void versionOfNobodyAndOfTheOtherAccountIsNotFound() {
		long id = saved(menu("CLICK:CLASS_MINE"));
		assertThat(this.browser.get(this.editor, "/console/menus/versions/999999")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.editor, "/console/menus/of/wx0000000000000000"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.editor,
				"/console/menus/of/" + EngineProperties.SUBSCRIPTION + "/edit?from=" + id))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"><script>canary()</script>", "'; DROP TABLE menu_version; --", "${7*191}#{7*191}",
			"\u0000", "\u202E倒过来", "🏫👨‍👩‍👧", "{\"a\":[{", "../../etc/passwd", "a\nb" })
	void whateverIsTypedHarmsNothing(String attack) {
		for (String field : List.of("m0.b0.name", "m0.b0.target", "m0.b0.value", "m0.b0.appId", "note", "based",
				"act")) {
			Map<String, String> fields = menu("VIEW");
			fields.put(field, attack);
			harmless(this.browser.post(this.editor, ACCOUNT + "/edit", fields));
			harmless(this.browser.post(this.editor, ACCOUNT + "/preview", fields));
		}
		Map<String, String> fields = menu("CLICK:CLASS_MINE");
		fields.put("m0.b0.name", "<b>&");
		fields.put("note", attack);
		String page = "/console/menus/versions/" + saved(fields);
		for (String shown : List.of(page, page + "/preview", page + "/difference", ACCOUNT)) {
			harmless(this.browser.get(this.editor, shown));
		}
		assertThat(this.browser.get(this.editor, page + "/preview")).bodyText().contains("&lt;b&gt;&amp;");
	}

	private static void harmless(MvcTestResult result) {
		assertThat(result.getResponse().getStatus()).isLessThan(500);
		assertThat(result).bodyText().doesNotContain("<script>canary", "1337", "<b>");
	}

	@Test
	void todayTellsTheEditorWhatNeedsAPerson() {
		long id = saved(menu("CLICK:CLASS_MINE"));
		this.jdbc.sql("""
				INSERT INTO menu_plan (app_id, version_id, switch_at, state, reason, tries, next_try_at, actor_id,
					created_at)
				VALUES (?, ?, '2026-05-01', 'FAILED', '65316', 1, '2026-05-01', 0, '2026-05-01')
				""").params(EngineProperties.SERVICE, id).update();
		this.jdbc.sql("""
				INSERT INTO menu_publication (app_id, open_app_id, version_id, state, reason, rid, step, actor_id,
					begun_at, touched_at)
				VALUES (?, ?, ?, 'UNKNOWN', 'CONNECTION', '', 0, 0, '2026-05-01', '2026-05-01')
				""").params(EngineProperties.SERVICE, EngineProperties.SERVICE, id).update();
		assertThat(this.browser.get(this.editor, "/console")).hasStatusOk()
			.bodyText()
			.contains("服务号的菜单发布结果不明", "服务号的菜单定时切换（2026-05-01 00:00）没有成功");
		assertThat(this.browser.get(this.editor, ACCOUNT)).hasStatusOk()
			.bodyText()
			.contains("现在问微信", "发出以后没有等到微信的答复", "最多允许 3 个外部域名");
		assertThat(this.browser.post(this.editor, "/console/menus/versions/" + id + "/publish", Map.of()))
			.hasRedirectedUrl(ACCOUNT);
	}

	private long saved(Map<String, String> fields) {
		Map<String, String> all = new HashMap<>(fields);
		all.put("act", "save");
		assertThat(this.browser.post(this.editor, ACCOUNT + "/edit", all)).hasStatus(HttpStatus.FOUND);
		List<MenuVersion> latest = this.versions.before(EngineProperties.SERVICE, Long.MAX_VALUE, 1);
		return latest.get(0).id();
	}

	private static Map<String, String> menu(String target) {
		Map<String, String> fields = new HashMap<>();
		fields.put("m0.b0.name", "班级入口");
		fields.put("m0.b0.target", target);
		fields.put("act", "save");
		return fields;
	}

}
