package cn.mentougou.education.wechat.template;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration.Browser;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The templates in the console; the purpose is one of the tests' own. */
@PageTest
class TemplatePagesTests {

	private static final String APP = EngineProperties.SERVICE;

	private static final String PURPOSE = "/console/templates/purposes/sample-notice";

	@Autowired
	private Browser browser;

	@Autowired
	private District district;

	@Autowired
	private TemplateMapper mapper;

	@Autowired
	private Templates templates;

	@Autowired
	private JdbcClient jdbc;

	private Actor editor;

	@BeforeEach
	void read() {
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.mapper.upsert(template("t1", false), Instant.now());
		this.mapper.record(new TemplateMapper.Reading(APP, TemplateReader.NOTICE, Instant.now(), null, "48001"));
	}

	@Test
	void editorSeesTemplatesWithTheirRulesAndWhyOneListIsMissing() {
		assertThat(this.browser.get(this.editor, "/console/templates")).hasStatusOk()
			.bodyText()
			.contains("班级通知提醒", "通知标题", "20 个字以内", "示例：周五家长会", "订阅通知的模板没有读到：公众号没有这项权限", "还没有选择模板")
			.doesNotContain("<script>");
		assertThat(this.browser.get(this.editor, "/console")).bodyText().contains("测试通知", "还没有选择模板");
	}

	@Test
	void editorChoosesATemplateAndSaysWhatFillsIt() {
		assertThat(this.browser.get(this.editor, PURPOSE + "?account=" + APP + "&template=t1")).hasStatusOk()
			.bodyText()
			.contains("“测试通知”用哪个模板", "班级名称", "标题");
		assertThat(this.browser.post(this.editor, PURPOSE, form("value-thing1", "class", "words-thing2", "请看内容")))
			.hasRedirectedUrl("/console/templates");
		Templates.Filled filled = this.templates.fill(APP, "sample-notice", Map.of("class", "三年级二班"));
		assertThat(filled.fields()).containsExactlyInAnyOrderEntriesOf(Map.of("thing1", "三年级二班", "thing2", "请看内容"));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.templates.fill(APP, "sample-notice", Map.of("class", "字".repeat(21))));
		assertThat(this.browser.get(this.editor, PURPOSE + "?account=" + APP)).bodyText()
			.contains("value=\"请看内容\"", "selected=\"selected\"");
		assertThat(this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'template.chosen'")
			.query(String.class)
			.list()).isNotEmpty();
	}

	@Test
	void formSaysWhatIsWrongAndKeepsWhatWasTyped() {
		assertThat(this.browser.post(this.editor, PURPOSE,
				form("words-thing1", "<script>alert(1)</script>", "words-thing2", "好")))
			.hasStatusOk()
			.bodyText()
			.contains("没有保存：", "“班级名称”最多 20 个字，现在有 25 个", "&lt;script&gt;")
			.doesNotContain("<script>alert");
		assertThat(this.browser.post(this.editor, PURPOSE, form("value-thing1", "nobody-knows", "words-thing2", "好")))
			.bodyText()
			.contains("“班级名称”选的内容不在这种用途里");
		assertThat(this.templates.chosen(APP)).isEmpty();
	}

	@Test
	void goneTemplateIsTold() {
		this.browser.post(this.editor, PURPOSE, form("value-thing1", "class", "value-thing2", "title"));
		this.mapper.markGone(APP, true, Instant.now().plusSeconds(5));
		assertThat(this.browser.get(this.editor, "/console/templates")).bodyText().contains("原来的模板“班级通知提醒”已从公众平台删除");
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.templates.fill(APP, "sample-notice", Map.of()));
	}

	@Test
	void whatDoesNotExistIsNotFound() {
		assertThat(this.browser.get(this.editor, PURPOSE + "?account=" + EngineProperties.SUBSCRIPTION))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.editor, "/console/templates/purposes/nothing?account=" + APP))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(this.editor, "/console/templates/read", Map.of("account", "wx-nobody")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(this.editor, PURPOSE, Map.of("account", APP, "template", "none")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private static Map<String, String> form(String... fields) {
		Map<String, String> form = new HashMap<>(Map.of("account", APP, "template", "t1"));
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		return form;
	}

	private static MessageTemplate template(String id, boolean isGone) {
		return new MessageTemplate(APP, id, TemplateKind.MESSAGE, "班级通知提醒",
				"班级名称：{{thing1.DATA}}\n通知标题：{{thing2.DATA}}\n", "示例：周五家长会<script>", isGone);
	}

}
