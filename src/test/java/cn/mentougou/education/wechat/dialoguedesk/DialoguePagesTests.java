package cn.mentougou.education.wechat.dialoguedesk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration.Browser;
import cn.mentougou.education.office.console.SearchSource;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dialogue.Talk;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;

import static org.assertj.core.api.Assertions.assertThat;

/** The conversations as they are worked with in the console. */
@PageTest
class DialoguePagesTests {

	private static final String PATH = "/console/dialogues";

	@Autowired
	private Browser browser;

	@Autowired
	private District district;

	@Autowired
	private Actors actors;

	@Autowired
	private List<PushListener> listeners;

	@Autowired
	private LookupIndex index;

	@Autowired
	private List<TodaySource> today;

	@Autowired
	private List<SearchSource> search;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Actor clerk;

	private String page;

	@BeforeEach
	void somebodyAsks() {
		PersonId person = this.district.person("孙雅琴", this.district.commission());
		this.district.give(person, Role.ENQUIRY_CLERK, this.district.commission());
		this.clerk = this.actors.actorOf(person, "192.0.2.1").orElseThrow();
		write("oMother" + UUID.randomUUID().toString().substring(0, 20), "<b>请问</b>什么时候报名");
		this.page = PATH + "/" + this.jdbc.sql("SELECT id FROM dialogue_thread").query(Long.class).single();
	}

	@Test
	void listAndConversationSayWhatWaitsAndForHowLong() {
		assertThat(this.browser.get(this.clerk, PATH)).hasStatusOk()
			.bodyText()
			.contains(this.page, "oMot****", "已等 0 分钟", "剩 47 小时", "服务号", "工作日 9:00–17:30")
			.doesNotContain("请问");
		assertThat(this.browser.get(this.clerk, PATH + "?whose=MINE&account=x&state=CLOSED")).hasStatusOk()
			.bodyText()
			.contains("没有符合条件的会话");
		assertThat(this.browser.get(this.clerk, PATH + "?whose=rubbish&state=x&after=y")).hasStatusOk();
		assertThat(this.browser.get(this.clerk, this.page)).hasStatusOk()
			.bodyText()
			.contains("&lt;b&gt;请问&lt;/b&gt;什么时候报名", "还可答复 5 条，剩 47 小时", "写给对方", "data-refresh=\"15\"");
	}

	@Test
	void answerIsGivenAndShownWithItsOutcome() {
		assertThat(this.browser.post(this.clerk, this.page + "/answer", form("text", " "))).hasStatusOk()
			.bodyText()
			.contains("请先写下答复的内容");
		assertThat(this.browser.post(this.clerk, this.page + "/answer", form("text", "字".repeat(700)))).hasStatusOk()
			.bodyText()
			.contains("答复太长", "字字字");
		assertThat(this.browser.post(this.clerk, this.page + "/answer", Map.of("text", "写好的", "version", "x")))
			.hasStatusOk()
			.bodyText()
			.contains("写好的");
		Map<String, String> form = form("text", "五月一日开始。");
		assertThat(this.browser.post(this.clerk, this.page + "/answer", form)).hasRedirectedUrl(this.page);
		assertThat(this.browser.get(this.clerk, this.page)).bodyText().contains("五月一日开始。", "正在发送", "负责人：<span>孙雅琴");
		form.put("key", form("text", "").get("key"));
		form.put("text", "我也来答");
		assertThat(this.browser.post(this.clerk, this.page + "/answer", form)).hasStatusOk()
			.bodyText()
			.contains("同事已经处理过这个会话", "我也来答", "五月一日开始。");
	}

	@Test
	void answerThatDidNotArriveIsDecidedAbout() {
		this.browser.post(this.clerk, this.page + "/answer", form("text", "答复"));
		long entry = this.jdbc.sql("SELECT MAX(id) FROM dialogue_entry").query(Long.class).single();
		this.jdbc.sql("UPDATE dialogue_entry SET outcome = 'UNKNOWN', reason = 'TIMEOUT' WHERE id = ?")
			.param(entry)
			.update();
		this.jdbc.sql("UPDATE dialogue_thread SET undecided = 1").update();
		assertThat(this.browser.get(this.clerk, this.page)).bodyText()
			.contains("不知道是否送达：消息可能已经送达", "对方已经得到答复", "没有送达，另行答复");
		assertThat(entries()).anyMatch((one) -> one.kind() == TodayEntry.Kind.ALARM
				&& one.title().equals("1 个会话有答复没有送达，等您确认") && one.href().equals(PATH + "?undecided=true"));
		assertThat(this.browser.get(this.clerk, PATH + "?undecided=true")).bodyText().contains("有答复没有送达");
		assertThat(
				this.browser.post(this.clerk, this.page + "/decide", Map.of("entry", "" + entry, "answered", "false")))
			.hasRedirectedUrl(this.page);
		assertThat(
				this.browser.post(this.clerk, this.page + "/decide", Map.of("entry", "" + entry, "answered", "false")))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(this.browser.post(this.clerk, this.page + "/decide", Map.of("entry", "999999", "answered", "false")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.clerk, this.page)).bodyText()
			.contains("没有送达，另行答复")
			.doesNotContain("name=\"answered\"");
	}

	@Test
	void noteAndOwnerAreForTheStaffAlone() {
		assertThat(this.browser.post(this.clerk, this.page + "/note", Map.of("text", "已请招生科核实")))
			.hasRedirectedUrl(this.page);
		assertThat(this.browser.post(this.clerk, this.page + "/note", Map.of("text", " ")))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.browser.post(this.clerk, this.page + "/assign",
				Map.of("version", "0", "clerk", "" + this.clerk.id())))
			.hasRedirectedUrl(this.page);
		assertThat(this.browser.post(this.clerk, this.page + "/assign", Map.of("version", "0", "clerk", "")))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(this.browser.post(this.clerk, this.page + "/assign", Map.of("version", "1", "clerk", "12345678")))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.browser.get(this.clerk, this.page)).bodyText().contains("已请招生科核实", "内部备注（对方看不到）");
		assertThat(this.browser.get(this.clerk, PATH + "?whose=MINE")).bodyText().contains(this.page);
		assertThat(this.browser.get(this.clerk, PATH + "?whose=NOBODYS")).bodyText().doesNotContain(this.page);
	}

	@Test
	void conversationIsClosedAfterASecondLook() {
		Map<String, String> seen = Map.of("version", "0", "seen",
				"" + this.jdbc.sql("SELECT MAX(id) FROM dialogue_entry").query(Long.class).single());
		assertThat(this.browser.get(this.clerk, this.page + "/close?version=0&seen=" + seen.get("seen"))).hasStatusOk()
			.bodyText()
			.contains("结束会话 DH", "不用答复");
		assertThat(this.browser.post(this.clerk, this.page + "/close", Map.of("version", "0", "seen", "0")))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(this.browser.post(this.clerk, this.page + "/close", seen)).hasRedirectedUrl(PATH);
		assertThat(this.browser.get(this.clerk, this.page)).bodyText().contains("已结束").doesNotContain("结束会话…");
	}

	@Test
	void formGivesWayToAnExplanationWhenTheWindowIsClosed() {
		String late = "oLate" + UUID.randomUUID().toString().substring(0, 20);
		Push push = Talk.text(late, "两天以前", this.clock.instant().minusSeconds(49 * 3600));
		learn(push);
		long id = this.jdbc.sql("SELECT MAX(id) FROM dialogue_thread").query(Long.class).single();
		assertThat(this.browser.get(this.clerk, PATH + "/" + id)).hasStatusOk()
			.bodyText()
			.contains("已超过 48 小时", "等对方再次留言", "没有答复框")
			.doesNotContain("<textarea id=\"text\"");
		this.page = PATH + "/" + id;
		Map<String, String> form = new HashMap<>(
				Map.of("key", "0".repeat(64), "version", "0", "seen", "999999", "text", "太迟了"));
		assertThat(this.browser.post(this.clerk, this.page + "/answer", form)).hasStatusOk()
			.bodyText()
			.contains("现在不能答复", "太迟了", "没有发出");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM outbound_message").query(Integer.class).single()).isZero();
	}

	@Test
	void cannedAnswerIsKeptAndPutIn() {
		String canned = "/console/canned-answers";
		assertThat(this.browser.get(this.clerk, canned)).hasStatusOk().bodyText().contains("还没有常用答复");
		assertThat(this.browser.get(this.clerk, canned + "/new")).hasStatusOk();
		assertThat(this.browser.post(this.clerk, canned, Map.of("title", "", "words", "<i>"))).hasStatusOk()
			.bodyText()
			.contains("标题和内容都要填写", "&lt;i&gt;");
		assertThat(this.browser.post(this.clerk, canned, Map.of("title", "电话", "words", "咨询电话：010-00000000")))
			.hasRedirectedUrl(canned);
		assertThat(this.browser.post(this.clerk, canned, Map.of("title", "电话", "words", "x"))).hasStatusOk()
			.bodyText()
			.contains("同名");
		long id = this.jdbc.sql("SELECT id FROM canned_answer").query(Long.class).single();
		assertThat(this.browser.post(this.clerk, canned + "/" + id,
				Map.of("title", "咨询电话", "words", "请拨打 010-00000000。", "version", "1")))
			.hasRedirectedUrl(canned);
		assertThat(
				this.browser.post(this.clerk, canned + "/" + id, Map.of("title", "咨询电话", "words", "y", "version", "1")))
			.bodyText()
			.contains("同事修改过");
		Map<String, String> form = form("text", "您好，");
		form.put("canned", "" + id);
		form.put("fill", "true");
		assertThat(this.browser.post(this.clerk, this.page + "/answer", form)).hasStatusOk()
			.bodyText()
			.contains("您好，\n请拨打 010-00000000。");
		assertThat(this.browser.get(this.clerk, canned + "/" + id)).hasStatusOk();
		assertThat(this.browser.get(this.clerk, canned + "/" + id + "/remove")).bodyText().contains("删除常用答复“咨询电话”？");
		assertThat(this.browser.post(this.clerk, canned + "/" + id + "/remove", Map.of())).hasRedirectedUrl(canned);
		assertThat(this.browser.get(this.clerk, canned + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM outbound_message").query(Integer.class).single()).isZero();
	}

	@Test
	void whoeverIsNoClerkOfTheCommissionSeesNothing() {
		Actor editor = this.district.holding(Role.EDITOR, this.district.commission());
		assertThat(this.browser.get(editor, this.page)).hasStatus(HttpStatus.NOT_FOUND);
		Actor ofSchool = this.district.holding(Role.ENQUIRY_CLERK, this.district.unit(UnitKind.SCHOOL, "永定河小学"));
		assertThat(this.browser.get(ofSchool, PATH)).hasStatusOk().bodyText().doesNotContain("DH2");
		assertThat(this.browser.get(ofSchool, this.page)).hasStatus(HttpStatus.NOT_FOUND);
		for (String way : List.of("/answer", "/note", "/assign", "/close", "/decide")) {
			assertThat(this.browser.post(ofSchool, this.page + way,
					Map.of("text", "x", "version", "0", "seen", "1", "answered", "true", "entry", "1")))
				.as(way)
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.browser.get(this.clerk, PATH + "/999999")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void numberIsFoundBySearchAndWhatWaitsStandsOnToday() {
		String number = "DH%d-%05d".formatted(LocalDate.now(this.clock).getYear(),
				Long.parseLong(this.page.substring(PATH.length() + 1)));
		assertThat(this.search.stream().flatMap((source) -> source.find(this.clerk, number).stream()))
			.extracting(SearchSource.Hit::href)
			.containsExactly(this.page);
		assertThat(entries()).extracting(TodayEntry::title).contains("1 个会话等待答复，最久的已等 0 分钟");
	}

	private List<TodayEntry> entries() {
		return this.today.stream()
			.flatMap((source) -> source.entriesFor(this.clerk, LocalDate.now(this.clock)).stream())
			.filter((entry) -> entry.href().startsWith(PATH))
			.toList();
	}

	/** The form as it stands on the page, with one field filled in. */
	private Map<String, String> form(String name, String value) {
		String html = new String(this.browser.get(this.clerk, this.page).getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
		Map<String, String> form = new HashMap<>();
		for (String field : List.of("key", "version", "seen")) {
			Matcher matcher = Pattern.compile("name=\"" + field + "\"[^>]*value=\"([^\"]+)\"").matcher(html);
			assertThat(matcher.find()).as(field).isTrue();
			form.put(field, matcher.group(1));
		}
		form.put(name, value);
		return form;
	}

	private void write(String openId, String words) {
		learn(Talk.text(openId, words, this.clock.instant()));
	}

	private void learn(Push push) {
		this.listeners.stream()
			.filter((listener) -> listener.concerns(push.message(), Turn.DEFAULT_ANSWER))
			.forEach((listener) -> listener.learn(push));
		Talk.open(this.jdbc, this.index, push);
	}

}
