package cn.mentougou.education.newsroom.newsdesk;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsItems;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class NewsPagesTests {

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private BeanFactory beans;

	@Autowired
	private ApprovedNews approved;

	private UnitId commission;

	private UnitId school;

	private Actor editor;

	private Actor submitter;

	private NewsItems items;

	@BeforeEach
	void found() {
		this.commission = this.district.commission();
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.editor = this.district.holding(Role.EDITOR, this.commission);
		this.submitter = this.district.holding(Role.SUBMITTER, this.school);
		this.items = new NewsItems(this.beans, this.commission);
	}

	private static Map<String, String> form(int revision, String title, String body) {
		return new HashMap<>(Map.of("revision", String.valueOf(revision), "title", title, "body", body, "boards", "3",
				"aiUse", "NONE", "level", "DISTRICT"));
	}

	private long begun(Actor actor) {
		String location = this.browser.post(actor, "/console/news", Map.of()).getResponse().getRedirectedUrl();
		return Long.parseLong(location.replaceAll("\\D+", ""));
	}

	@Test
	void itemIsWrittenCheckedAndHandedIn() {
		long id = begun(this.submitter);
		String page = "/console/news/" + id;
		assertThat(this.browser.get(this.submitter, page + "/edit")).hasStatusOk().bodyText().contains("微信最多 32 字");
		MvcTestResult saved = this.browser.post(this.submitter, page + "/autosave",
				form(1, "校园足球赛", "<p>比赛<script>alert(1)</script>开始</p>"));
		assertThat(saved).hasStatusOk().bodyJson().extractingPath("$.revision").isEqualTo(2);
		assertThat(this.browser.get(this.submitter, page)).bodyText()
			.contains("校园足球赛", "还没有核对事实")
			.doesNotContain("alert(1)");
		assertThat(this.browser.get(this.submitter, page + "/versions/1/body")).hasStatusOk()
			.bodyText()
			.contains("比赛开始")
			.doesNotContain("script>");
		this.browser.post(this.submitter, page + "/facts", Map.of("hash", hash(page), "document", "校发〔2026〕2号"));
		assertThat(this.browser.post(this.submitter, page + "/submit", Map.of())).hasStatus3xxRedirection();
		assertThat(this.browser.get(this.submitter, page)).bodyText().contains("审查审批中");
	}

	private String hash(String page) {
		try {
			String body = this.browser.get(this.submitter, page).getResponse().getContentAsString();
			return body.replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void whoSavesOnAnOldRevisionIsToldAndLosesNothing() {
		NewsId id = this.items.draft(this.items.text("原题"));
		String page = "/console/news/" + id.value();
		assertThat(this.browser.post(this.editor, page + "/autosave", form(1, "一改", "<p>a</p>"))).hasStatusOk();
		assertThat(this.browser.post(this.editor, page + "/autosave", form(1, "二改", "<p>b</p>"))).hasStatus(409)
			.bodyText()
			.contains("别人刚刚保存了另外的内容");
		assertThat(this.browser.post(this.editor, page + "/edit", form(1, "二改", "<p>b</p>"))).hasStatusOk()
			.bodyText()
			.contains("二改", "别人刚刚保存了另外的内容");
	}

	@Test
	void formWithADayThatCannotBeReadIsNotSavedByTheButton() {
		NewsId id = this.items.draft(this.items.text("原题"));
		Map<String, String> form = form(1, "改过的题", "<p>a</p>");
		form.put("sourceOn", "五月四日");
		assertThat(this.browser.post(this.editor, "/console/news/" + id.value() + "/edit", form)).hasStatusOk()
			.bodyText()
			.contains("有一项填写的内容读不出来，没有保存", "改过的题");
		assertThat(this.items.item(id).title()).isEqualTo("原题");
	}

	@Test
	void otherUnitsItemDoesNotExist() {
		NewsId id = this.items.draft(this.items.text("教委的稿"));
		for (String end : new String[] { "", "/edit", "/presence", "/versions/1", "/versions/1/body", "/withdraw" }) {
			assertThat(this.browser.get(this.submitter, "/console/news/" + id.value() + end)).hasStatus(404);
		}
		assertThat(this.browser.post(this.submitter, "/console/news/" + id.value() + "/autosave", form(1, "x", "y")))
			.hasStatus(404);
		assertThat(this.browser.get(this.submitter, "/console/news")).bodyText().doesNotContain("教委的稿");
	}

	@Test
	void listIsFilteredAndExported() {
		this.items.approved("甲消息");
		this.items.draft(this.items.text("乙消息"));
		assertThat(this.browser.get(this.editor, "/console/news?stage=APPROVED")).bodyText()
			.contains("甲消息")
			.doesNotContain("乙消息");
		assertThat(this.browser.get(this.editor, "/console/news?title=乙消&board=3")).bodyText()
			.contains("乙消息")
			.doesNotContain("甲消息");
		assertThat(this.browser.get(this.editor, "/console/news/export")).hasStatusOk()
			.bodyText()
			.contains("甲消息", "乙消息");
	}

	@Test
	void editAfterTheApprovalIsSaidLoudlyAndShownWordByWord() {
		NewsId id = this.items.approved("运动会五月三日举行");
		String page = "/console/news/" + id.value();
		assertThat(this.browser.get(this.editor, page + "/edit")).bodyText().contains("审查和批准立即失效");
		this.items.edit(id, this.items.text("运动会五月四日举行"));
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("原来的审查和批准已经失效", "网站仍显示第 1 版");
		assertThat(this.browser.get(this.editor, page + "/versions/2/difference?with=1")).bodyText()
			.contains("<del>三</del>", "<ins>四</ins>");
	}

	@Test
	void withdrawnItemSaysWhyAndWhen() {
		NewsId id = this.items.approved("误发");
		String page = "/console/news/" + id.value();
		this.browser.post(this.editor, page + "/withdraw", Map.of("reason", "数字有误"));
		assertThat(this.approved.shown(id)).isEmpty();
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("撤回。原因：数字有误").doesNotContain("撤回…");
	}

	@Test
	void pasteIsCleanedAndSaysWhatWent() {
		NewsId id = this.items.draft(this.items.text("粘贴"));
		assertThat(this.browser.post(this.editor, "/console/news/" + id.value() + "/paste",
				Map.of("html", "<p onclick=x()>好<script>y()</script></p>")))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.html")
			.asString()
			.contains("好")
			.doesNotContain("script", "onclick");
	}

	@Test
	void pictureWithANumberThatNobodyHasIsNoFile() {
		NewsId id = this.items.draft(this.items.text("图"));
		String page = "/console/news/" + id.value();
		assertThat(this.browser.post(this.editor, page + "/autosave",
				form(1, "图", "<p>图<img src=\"/news/pictures/9999999999999999999\" alt=\"\"></p>")))
			.hasStatusOk();
		assertThat(this.browser.get(this.editor, page)).hasStatusOk();
	}

	@Test
	void outletIsKeptWithItsPlaceOnTheListAndItsContacts() {
		assertThat(this.browser.get(this.editor, "/console/outlets")).bodyText()
			.contains("中国教育报", "中国教育电视台", "北京电视台", "北京日报", "新浪网", "人民网", "没有核实");
		Map<String, String> fields = Map.of("revision", "0", "name", "京西时报", "kind", "NEWSPAPER", "listedOn",
				"2025-10-20", "listedPlace", "北京市", "used", "true");
		String page = this.browser.post(this.editor, "/console/outlets", fields).getResponse().getRedirectedUrl();
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("核实");
		this.browser.post(this.editor, page + "/contacts", Map.of("name", "李记者", "phone", "010-00000000"));
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("李记者");
		assertThat(this.browser.post(this.editor, page, fields)).hasStatus3xxRedirection();
		assertThat(this.browser.post(this.editor, page, fields)).bodyText().contains("别人刚刚修改了这家媒体");
	}

	@Test
	void formThatCannotBeReadComesBackAsItWasTyped() {
		Map<String, String> board = Map.of("revision", "0", "title", "党史学习教育", "freshDays", "许多");
		assertThat(this.browser.post(this.editor, "/console/boards/3", board)).hasStatusOk()
			.bodyText()
			.contains("请填写整数", "name=\"revision\" value=\"0\"", "党史学习教育");
		Map<String, String> outlet = Map.of("revision", "0", "name", "京西广播", "kind", "RADIO", "listedOn", "去年");
		assertThat(this.browser.post(this.editor, "/console/outlets/1", outlet)).hasStatusOk()
			.bodyText()
			.contains("请填写日期", "name=\"revision\" value=\"0\"", "京西广播", "value=\"RADIO\" selected");
	}

	@Test
	void campaignBoardOpensAndStaysAsAnArchive() {
		this.browser.post(this.editor, "/console/boards", Map.of("revision", "0", "title", "群众路线教育活动", "opensOn",
				"2014-02-01", "closesOn", "2014-12-31", "open", "true", "freshDays", "0"));
		assertThat(this.browser.get(this.editor, "/console/boards")).bodyText().contains("群众路线教育活动", "已结束，存档");
		NewsId id = this.items.draft(this.items.text("专栏"));
		assertThat(this.browser.get(this.editor, "/console/news/" + id.value() + "/edit")).bodyText()
			.doesNotContain("群众路线教育活动");
	}

}
