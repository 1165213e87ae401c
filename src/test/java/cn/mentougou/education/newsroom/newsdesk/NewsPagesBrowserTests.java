package cn.mentougou.education.newsroom.newsdesk;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsItems;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.office.door.Browser;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The newsroom in a real browser. */
class NewsPagesBrowserTests extends BrowserSite {

	private static final String WRITING = "#writing [contenteditable]";

	@Autowired
	private BeanFactory beans;

	private NewsItems items;

	@BeforeEach
	void prepare() {
		this.items = new NewsItems(this.beans, this.district.commission());
	}

	private String edit(NewsId id) {
		return "/console/news/" + id.value() + "/edit";
	}

	private void write(String words) {
		this.browser.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", WRITING);
		this.browser.click(WRITING, "").press(words);
	}

	private void saved() {
		this.browser.until("it is saved", () -> says("#save-state", "已保存"));
	}

	private boolean says(String where, String words) {
		return Boolean.TRUE.equals(this.browser
			.run("return document.querySelector(arguments[0]).innerText.includes(arguments[1])", where, words));
	}

	@Test
	void whatIsTypedIsSavedByItselfUnderThePolicyOfThePage() {
		as(Role.EDITOR);
		NewsId id = this.items.draft(this.items.text("校园艺术节"));
		this.browser.visit(at(edit(id))).find("#toolbar button");
		write("今天上午开幕");
		saved();
		NewsItem item = this.items.item(id);
		assertThat(item.revision()).isGreaterThan(1);
		assertThat(this.browser.visit(at("/console/news/" + id.value())).count(".news-frame")).isEqualTo(1);
		assertThat(body(id)).contains("今天上午开幕");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void noKeystrokeIsLostAcrossAnExpiredSession() {
		Colleague editor = colleague(Role.EDITOR);
		signIn(editor);
		NewsId id = this.items.draft(this.items.text("夜里写的"));
		this.browser.visit(at(edit(id))).find("#toolbar button");
		this.signIns.endSessions(Actor.system("test"), editor.person());
		write("登录过期时写的一段");
		this.browser.until("it says so", () -> says("#save-state", "登录已过期"));
		this.browser.screenshot("news-expired");
		assertThat(this.items.item(id).revision()).isEqualTo(1);
		this.browser.complaints();
		signIn(editor);
		this.browser.visit(at(edit(id))).find("#restored", "已接着上次没有存上的内容");
		saved();
		assertThat(body(id)).contains("登录过期时写的一段");
		this.browser.visit(at(edit(id))).find("#toolbar button");
		assertThat(this.browser.count("#restored:not([hidden])")).isZero();
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void whatTheButtonSavedDoesNotComeBackAsLost() {
		as(Role.EDITOR);
		NewsId id = this.items.draft(this.items.text("按钮保存"));
		this.browser.visit(at(edit(id))).find("#toolbar button");
		this.browser.type("#title", "按钮保存的标题");
		this.browser.run("document.getElementById('news-editor').requestSubmit()");
		this.browser.find(".note.good", "已保存");
		assertThat(this.items.item(id).title()).contains("按钮保存的标题");
		this.browser.visit(at(edit(id))).find("#toolbar button");
		assertThat(this.browser.count("#restored:not([hidden])")).isZero();
		assertThat(this.browser.complaints()).isEmpty();
	}

	private void signIn(Colleague colleague) {
		this.browser.visit(at("/console/sign-in"));
		this.browser.type("[name=username]", colleague.username()).type("[name=password]", PASSWORD);
		this.browser.press(Keys.ENTER).find("[name=code]");
		this.browser.type("[name=code]", code(colleague)).press(Keys.ENTER).find("h1", "今日");
	}

	private String body(NewsId id) {
		return this.jdbc.sql("SELECT body FROM news_version WHERE item_id = ? ORDER BY number DESC LIMIT 1")
			.param(id.value())
			.query(String.class)
			.single();
	}

	@Test
	void twoPeopleOnOneItemAreTold() {
		NewsId id = this.items.draft(this.items.text("两个人"));
		Browser other = signedIn(colleague(Role.EDITOR));
		as(Role.EDITOR);
		other.open(edit(id));
		this.browser.visit(at(edit(id))).find("#others", "也打开着这条新闻");
		this.browser.find("#toolbar button");
		this.items.edit(id, this.items.text("别人改过的标题"));
		write("我写的");
		this.browser.until("it is not saved over", () -> says("#save-state", "您的没有保存"));
		this.browser.screenshot("news-overtaken");
		assertThat(this.items.item(id).title()).isEqualTo("别人改过的标题");
		this.browser.complaints();
	}

	@Test
	void limitsOfWeChatAreSaidWhileOneTypes() {
		as(Role.EDITOR);
		NewsId id = this.items.draft(this.items.text("短"));
		this.browser.visit(at(edit(id))).find("#toolbar button");
		this.browser.type("#title", "长".repeat(33));
		assertThat(says("#title-count", "微信不接受这么长的标题")).isTrue();
		saved();
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		as(Role.EDITOR);
		NewsId id = this.items.approved("区运动会开幕");
		this.items.edit(id, this.items.text("区运动会昨日开幕"));
		String page = "/console/news/" + id.value();
		for (String one : List.of("/console/news", page, page + "/edit", page + "/versions/1",
				page + "/versions/2/difference", page + "/withdraw", "/console/outlets", "/console/outlets/1",
				"/console/boards", "/console/boards/new")) {
			look(one);
		}
	}

	@Test
	void itemIsHandedInByKeyboardAlone() {
		as(Role.EDITOR);
		NewsId id = this.items.draft(this.items.text("键盘"));
		this.browser.visit(at("/console/news/" + id.value())).find("h1");
		fill("document", "区教委文件");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.good", "已记下核对结果");
		enter("送审");
		this.browser.find(".note.good", "已送审");
	}

	@Test
	void attackInTheEditorRunsNowhere() {
		as(Role.EDITOR);
		NewsId id = this.items.draft(this.items.text("攻击"));
		String attack = "<img src=x onerror=\"window.hit=1\"><svg onload=\"window.hit=1\"></svg>"
				+ "<a href=\"javascript:window.hit=1\">点</a><script>window.hit=1</script><iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe>";
		this.items.edit(id, this.items.text("攻击<script>window.hit=1</script>").withBody(attack));
		for (String page : List.of("", "/edit", "/versions/1", "/versions/1/body")) {
			this.browser.visit(at("/console/news/" + id.value() + page)).find("h1, main");
			assertThat(this.browser.run("return window.hit === undefined")).as(page).isEqualTo(true);
		}
		this.browser.visit(at(edit(id))).find("#toolbar button");
		this.browser.run(
				"const data = new DataTransfer(); data.setData('text/html', arguments[0]);"
						+ "data.setData('text/plain', '点'); document.querySelector(arguments[1]).dispatchEvent("
						+ "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
				attack, WRITING);
		this.browser.until("it was cleaned", () -> says("#paste-report", "来自"));
		saved();
		assertThat(this.browser.run("return window.hit === undefined")).isEqualTo(true);
		assertThat(this.browser.complaints()).isEmpty();
	}

}
