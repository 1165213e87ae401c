package cn.mentougou.education.wechat.scene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the codes, their posters and statistics, and the public page. */
@PageTest
class ScenePagesTests {

	private static final String PAGE = "/console/scene-codes";

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private SceneQrCodes codes;

	@Autowired
	private JdbcClient jdbc;

	private UnitId school;

	private UnitId other;

	private Actor editor;

	private Actor schoolOffice;

	@BeforeEach
	void found() {
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.other = this.district.unit(UnitKind.SCHOOL, "妙峰山学校");
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.schoolOffice = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school);
	}

	private Map<String, String> form(String kind, UnitId unit, String title) {
		return new HashMap<>(Map.of("kind", kind, "unit", "" + unit.value(), "title", title, "permanent", "true"));
	}

	private long aClass(UnitId unit, String title) {
		long id = this.codes.order(this.editor, new SceneDraft(SceneKind.CLASS, unit, title, "请扫码", true, null))
			.value();
		this.jdbc.sql("""
				UPDATE scene_code
				SET state = 'ISSUED', ticket = 'gQ', url = 'http://weixin.qq.com/q/1', issued_at = created_at
				WHERE id = ?
				""").param(id).update();
		return id;
	}

	private String where(String title) {
		return PAGE + "/"
				+ this.jdbc.sql("SELECT MAX(id) FROM scene_code WHERE title = ?")
					.param(title)
					.query(Long.class)
					.single();
	}

	@Test
	void codeIsOrderedShownWithdrawnAndReopened() {
		assertThat(this.browser.get(this.editor, PAGE + "/new")).hasStatusOk()
			.bodyText()
			.contains("生成二维码", "永定河小学", "妙峰山学校", "触摸屏")
			.doesNotContain("订阅号引导");
		assertThat(this.browser.post(this.editor, PAGE, form("CLASS", this.school, "三年级（2）班")))
			.hasStatus3xxRedirection();
		String page = where("三年级（2）班");
		assertThat(this.browser.get(this.editor, page)).hasStatusOk()
			.bodyText()
			.contains("三年级（2）班", "永定河小学", "现在没有可以扫的二维码");
		assertThat(this.browser.get(this.editor, page + "/withdraw")).hasStatusOk().bodyText().contains("停用“三年级（2）班”");
		assertThat(this.browser.post(this.editor, page + "/withdraw", Map.of())).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("已停用", "重新启用");
		assertThat(this.browser.get(this.editor, PAGE)).bodyText().doesNotContain("三年级（2）班");
		assertThat(this.browser.get(this.editor, PAGE + "?withdrawn=true")).bodyText().contains("三年级（2）班");
		assertThat(this.browser.post(this.editor, page + "/reopen", Map.of())).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, PAGE + "?kind=CLASS")).bodyText().contains("三年级（2）班", "已用 1 个");
	}

	@Test
	void codeThatWasIssuedIsShownInWordsToo() {
		long id = aClass(this.school, "一班");
		assertThat(this.browser.get(this.schoolOffice, PAGE + "/" + id)).hasStatusOk()
			.bodyText()
			.contains("role=\"img\"", "aria-label=\"“一班”的二维码，用微信扫一扫\"", "长期有效", "请扫码", "下载海报（A4）");
	}

	@Test
	void formSaysWhatIsWrongAndKeepsWhatWasTyped() {
		assertThat(this.browser.post(this.editor, PAGE, form("CLASS", this.school, "字".repeat(31)))).hasStatusOk()
			.bodyText()
			.contains("名称太长，最多 30 个字", "字".repeat(31));
		assertThat(this.browser.post(this.editor, PAGE, Map.of("title", "x"))).hasStatusOk()
			.bodyText()
			.contains("请选择单位");
		assertThat(this.browser.post(this.editor, PAGE, Map.of("kind", "ACCOUNT", "unit", "" + this.school.value())))
			.hasStatusOk()
			.bodyText()
			.contains("请选择种类");
		assertThat(this.browser.post(this.editor, PAGE, Map.of("kind", "NONSENSE", "unit", "x"))).hasStatusOk();
		aClass(this.school, "一班");
		assertThat(this.browser.post(this.editor, PAGE, form("CLASS", this.school, "一班"))).hasStatusOk()
			.bodyText()
			.contains("已经有一个在用的二维码");
		Map<String, String> over = form("POSTER", this.school, "活动");
		over.put("endsOn", "2014-12-31");
		assertThat(this.browser.post(this.editor, PAGE, over)).hasStatusOk().bodyText().contains("截止日期已经过去");
	}

	@Test
	void schoolCodeTakesTheNameOfItsSchool() {
		assertThat(this.browser.post(this.editor, PAGE, form("SCHOOL", this.school, ""))).hasStatus3xxRedirection();
		assertThat(this.browser.get(this.editor, where("永定河小学"))).hasStatusOk().bodyText().contains("永定河小学");
	}

	@Test
	void otherSchoolsCodesDoNotExist() {
		long foreign = aClass(this.other, "妙峰班");
		for (String path : new String[] { "/" + foreign, "/" + foreign + "/withdraw", "/" + foreign + "/poster",
				"/statistics?code=" + foreign }) {
			assertThat(this.browser.get(this.schoolOffice, PAGE + path)).hasStatus(HttpStatus.NOT_FOUND);
		}
		for (String act : new String[] { "/withdraw", "/reopen", "/ask-again" }) {
			assertThat(this.browser.post(this.schoolOffice, PAGE + "/" + foreign + act, Map.of()))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.browser.post(this.schoolOffice, PAGE, form("CLASS", this.other, "二班")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.schoolOffice, PAGE)).hasStatusOk().bodyText().doesNotContain("妙峰");
		assertThat(this.browser.get(this.schoolOffice, PAGE + "/new")).hasStatusOk().bodyText().doesNotContain("妙峰");
	}

	@Test
	void posterIsHandedOut() throws IOException {
		long id = aClass(this.school, "一班");
		byte[] pdf = this.browser.get(this.schoolOffice, PAGE + "/" + id + "/poster?paper=A5")
			.getResponse()
			.getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("一班", "永定河小学", "请扫码", "长期有效");
		}
		assertThat(this.browser.get(this.schoolOffice, PAGE + "/" + id + "/poster").getResponse())
			.satisfies((response) -> {
				assertThat(response.getContentType()).isEqualTo("application/pdf");
				assertThat(response.getHeader("Content-Disposition")).contains("attachment");
			});
		assertThat(this.browser.get(this.schoolOffice, PAGE + "/" + id + "/poster?paper=A0"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		this.codes.withdraw(this.editor, new SceneQrCodeId(id));
		assertThat(this.browser.get(this.schoolOffice, PAGE + "/" + id + "/poster")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void statisticsShowOwnCodesByDayAndAsFile() throws IOException {
		long own = aClass(this.school, "一班");
		long foreign = aClass(this.other, "妙峰班");
		LocalDate today = this.jdbc.sql("SELECT DATE(created_at) FROM scene_code WHERE id = ?")
			.param(own)
			.query(LocalDate.class)
			.single();
		for (long code : new long[] { own, foreign }) {
			this.jdbc.sql("INSERT INTO scene_tally (code_id, day, follows, scans) VALUES (?, ?, 3, 4)")
				.params(code, today.minusDays(1))
				.update();
		}
		String statistics = PAGE + "/statistics";
		assertThat(this.browser.get(this.schoolOffice, statistics)).hasStatusOk()
			.bodyText()
			.contains("扫码 7 次，其中新关注 3 人", "一班")
			.doesNotContain("妙峰");
		assertThat(this.browser.get(this.editor, statistics)).bodyText().contains("扫码 14 次", "妙峰班");
		assertThat(this.browser.get(this.schoolOffice, statistics + "?code=" + own)).hasStatusOk()
			.bodyText()
			.contains(today.minusDays(1).toString());
		assertThat(this.browser.get(this.schoolOffice, statistics + "?from=2099-01-01&until=2010-01-01")).hasStatusOk();
		assertThat(this.browser.get(this.schoolOffice, statistics + "/export")).hasStatusOk()
			.bodyText()
			.contains("日期,名称,种类,单位,扫码后新关注,已关注的人扫码,扫码合计", today.minusDays(1) + ",一班,班级,永定河小学,3,4,7")
			.doesNotContain("妙峰");
	}

	@Test
	void publicPageSaysInWordsWhatThePictureShows() throws IOException {
		Actor visitor = Actor.visitor("192.0.2.9");
		assertThat(this.browser.get(visitor, "/service-account")).hasStatusOk()
			.bodyText()
			.contains("二维码正在准备", "请在微信里搜索")
			.doesNotContain("<img");
		assertThat(this.browser.get(visitor, "/service-account/code.png")).hasStatus(HttpStatus.NOT_FOUND);
		this.codes.order(Actor.system("test"),
				new SceneDraft(SceneKind.ACCOUNT, this.district.commission(), "门头沟教育服务号", "", true, null));
		this.jdbc.sql("""
				UPDATE scene_code
				SET state = 'ISSUED', ticket = 'gQ', url = 'http://weixin.qq.com/q/1', issued_at = created_at
				WHERE kind = 'ACCOUNT'
				""").update();
		assertThat(this.browser.get(visitor, "/service-account")).hasStatusOk()
			.bodyText()
			.contains("alt=\"“门头沟教育”服务号的二维码", "订阅号没有这些功能", "长按上面的图片", "自愿");
		assertThat(this.browser.get(visitor, "/service-account/code.png").getResponse()).satisfies((response) -> {
			assertThat(response.getContentType()).isEqualTo("image/png");
			assertThat(response.getContentAsByteArray()).hasSizeGreaterThan(200);
		});
	}

}
