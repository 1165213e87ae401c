package cn.mentougou.education.wechat.replydesk;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.answer.Answers;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.reply.ReplyRuleId;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.reply.Rules;
import cn.mentougou.education.wechat.reply.Trigger;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ReplyDeskPagesTests {

	private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-04-20T10:00");

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReplyRules rules;

	@Autowired
	private Answers answers;

	@Autowired
	private WeChatAccounts accounts;

	@Autowired
	private ObjectProvider<MessageHandler> handlers;

	private Actor editor;

	private Actor colleague;

	@BeforeEach
	void found() {
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.colleague = this.district.holding(Role.EDITOR, this.district.commission());
	}

	@Test
	void ruleIsWrittenFoundStoppedAndRemoved() {
		assertThat(this.browser.get(this.editor, "/console/replies/new")).hasStatusOk().bodyText().contains("关注欢迎语");
		assertThat(this.browser.post(this.editor, "/console/replies", form("招生\n入学政策", "请看招生政策\n第二行")))
			.hasRedirectedUrl("/console/replies");
		ReplyRules.Kept kept = only();
		assertThat(kept.rule().phrases()).containsExactly("招生", "入学政策");
		assertThat(kept.rule().hours().weekdays()).hasSize(2);
		assertThat(kept.changedBy()).isEqualTo(this.editor.person());
		assertThat(this.browser.get(this.editor, "/console/replies?words=入学&kind=WHOLE_KEYWORD")).hasStatusOk()
			.bodyText()
			.contains("招生、入学政策", "周一、周二", "每天 08:00–20:00");
		assertThat(this.browser.get(this.editor, "/console/replies?kind=WELCOME")).bodyText().contains("没有找到规则");
		String page = "/console/replies/" + kept.id().value();
		assertThat(this.browser.get(this.editor, page)).hasStatusOk().bodyText().contains("最后修改", "第二行");
		assertThat(this.browser.post(this.editor, page + "/enabled", Map.of("revision", "1", "enabled", "false")))
			.hasRedirectedUrl("/console/replies");
		assertThat(only().rule().enabled()).isFalse();
		assertThat(this.browser.get(this.editor, page + "/remove")).bodyText().contains("删除后不能恢复");
		assertThat(this.browser.post(this.editor, page + "/remove", Map.of("revision", "2")))
			.hasRedirectedUrl("/console/replies");
		assertThat(this.rules.all()).isEmpty();
		assertThat(this.browser.get(this.editor, page)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'replydesk.%' ORDER BY id")
			.query(String.class)
			.list()).containsExactly("replydesk.rule-added", "replydesk.rule-disabled", "replydesk.rule-removed");
	}

	@Test
	void secondOfTwoEditorsIsToldWhoWasQuicker() {
		ReplyRuleId id = this.rules.add(Rules.rule(Trigger.WHOLE_KEYWORD, "原来的", "招生"), this.editor.person());
		String page = "/console/replies/" + id.value();
		Map<String, String> first = form("招生", "甲写的");
		first.put("revision", "1");
		assertThat(this.browser.post(this.editor, page, first)).hasRedirectedUrl("/console/replies");
		Map<String, String> second = form("招生", "乙写的");
		second.put("revision", "1");
		assertThat(this.browser.post(this.colleague, page, second)).hasStatusOk()
			.bodyText()
			.contains("别人修改了这条规则", "最后修改", "乙写的");
		assertThat(only().rule().answer()).isEqualTo("甲写的");
		assertThat(this.browser.post(this.colleague, page + "/remove", Map.of("revision", "1"))).hasRedirectedUrl(page);
		assertThat(this.browser.post(this.colleague, page + "/enabled", Map.of("revision", "1", "enabled", "false")))
			.hasRedirectedUrl(page);
		assertThat(only().rule().answer()).isEqualTo("甲写的");
	}

	@Test
	void whatCannotBeSavedSaysWhyAndKeepsWhatWasTyped() {
		assertThat(this.browser.post(this.editor, "/console/replies", form("", "没有关键词"))).hasStatusOk()
			.bodyText()
			.contains("请至少填写一个关键词", "没有关键词");
		Map<String, String> hours = form("招生", "半天");
		hours.remove("dailyUntil");
		assertThat(this.browser.post(this.editor, "/console/replies", hours)).bodyText().contains("要一起填写");
		Map<String, String> kind = form("招生", "没有种类");
		kind.put("trigger", "DANCE");
		assertThat(this.browser.post(this.editor, "/console/replies", kind)).bodyText().contains("没有保存");
		Map<String, String> foreign = form("招生", "别的号");
		foreign.put("account", "wx0000000000foreign");
		assertThat(this.browser.post(this.editor, "/console/replies", foreign)).bodyText().contains("请从列表中选择");
		assertThat(this.rules.all()).isEmpty();
	}

	@Test
	void onlyEditorsChangeAnything() {
		Actor clerk = this.district.holding(Role.ENQUIRY_CLERK, this.district.commission());
		ReplyRuleId id = this.rules.add(Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生"));
		String page = "/console/replies/" + id.value();
		Map<String, String> typed = form("招生", "别人写的");
		typed.put("revision", "1");
		for (String act : List.of("/console/replies", page, page + "/enabled", page + "/remove")) {
			assertThat(this.browser.post(clerk, act, typed)).as(act).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(only().rule().answer()).isEqualTo("好");
	}

	@Test
	void testBoxSaysWhoAnswersAndWhyNotTheOthers() {
		this.rules.add(Rules.rule(Trigger.WHOLE_KEYWORD, "整句的回答", "招生"));
		this.rules.add(Rules.prior(9, Rules.rule(Trigger.CONTAINED_KEYWORD, "句中的回答", "招")));
		String page = "/console/replies/try?account=" + EngineProperties.SERVICE + "&at=2026-04-20T10:00&words=";
		assertThat(this.browser.get(this.editor, page + "招生！")).hasStatusOk()
			.bodyText()
			.contains("整句的回答", "关键词：整句相同“招生”", "先看整句");
		assertThat(this.browser.get(this.editor, page + "没人准备过")).bodyText().contains("系统自带的默认回复", "您的留言已收到");
		assertThat(this.browser.get(this.editor, "/console/replies/try")).hasStatusOk()
			.bodyText()
			.doesNotContain("会得到什么</h2>");
	}

	@Test
	void handlerThatIsAskedEarlierAnswersBeforeTheRules() {
		this.rules.add(Rules.rule(Trigger.WHOLE_KEYWORD, "规则说的", "帮助"));
		this.rules.add(Rules.rule(Trigger.DEFAULT, "默认说的"));
		Outcome command = box(new Fixed(Turn.COMMAND_WORD, true)).tryOut(EngineProperties.SERVICE, "帮助", MONDAY);
		assertThat(command.who()).contains("口令");
		assertThat(command.answer()).isEqualTo("处理程序说的");
		assertThat(command.others()).first().satisfies((other) -> assertThat(other.reason()).contains("已经先接走了"));
		Outcome search = box(new Fixed(Turn.DISCLOSURE_SEARCH, false)).tryOut(EngineProperties.SERVICE, "文件", MONDAY);
		assertThat(search.who()).isEqualTo("信息公开搜索");
		assertThat(search.answer()).as("what depends on the person is not done").isNull();
		Outcome rule = box(new Fixed(Turn.DISCLOSURE_SEARCH, false)).tryOut(EngineProperties.SERVICE, "帮助", MONDAY);
		assertThat(rule.answer()).isEqualTo("规则说的");
	}

	private TestBox box(MessageHandler more) {
		List<MessageHandler> ordered = Stream.concat(this.handlers.orderedStream(), Stream.of(more))
			.sorted((one, other) -> one.turn().compareTo(other.turn()))
			.toList();
		return new TestBox(ordered, this.rules, this.answers, this.accounts);
	}

	private ReplyRules.Kept only() {
		return this.rules.find(Objects.requireNonNull(this.rules.all().keySet().iterator().next())).orElseThrow();
	}

	private static Map<String, String> form(String phrases, String answer) {
		return new LinkedHashMap<>(Map.of("trigger", "WHOLE_KEYWORD", "account", "", "phrases", phrases, "answer",
				answer, "priority", "0", "dailyFrom", "08:00", "dailyUntil", "20:00", "weekdays", "MONDAY,TUESDAY",
				"enabled", "true", "revision", "0"));
	}

	/** Takes everything in its turn. */
	private record Fixed(Turn turn, boolean repliesFromMemory) implements MessageHandler {

		@Override
		public boolean accepts(InboundMessage message) {
			return true;
		}

		@Override
		public Optional<Reply> handle(InboundMessage message) {
			return Optional.of(new Reply.Text("处理程序说的"));
		}

	}

}
