package cn.mentougou.education.wechat.answer;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.hours.StaffHours;
import cn.mentougou.education.wechat.reply.RuleBook;
import cn.mentougou.education.wechat.reply.Rules;
import cn.mentougou.education.wechat.reply.Trigger;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	private static final InboundMessage.Header HEADER = new InboundMessage.Header(Rules.SERVICE, "gh_service",
			"oPerson", Instant.parse("2026-04-20T02:00:00Z"), "text", "1");

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

	private static final StaffHours HOURS = new StaffHours((day) -> day.getDayOfWeek() == DayOfWeek.TUESDAY,
			LocalTime.of(9, 0), LocalTime.of(17, 30));

	private final AtomicReference<RuleBook> book = new AtomicReference<>(RuleBook.EMPTY);

	private final List<MessageHandler> handlers = handlers();

	private List<MessageHandler> handlers() {
		AnswerConfiguration beans = new AnswerConfiguration();
		Answers answers = new Answers(this.book::get, HOURS, CLOCK);
		return Stream
			.of(beans.wholeKeywordHandler(answers), beans.otherKeywordHandler(answers), beans.sceneCodeHandler(answers),
					beans.menuKeyHandler(answers), beans.welcomeHandler(answers), beans.defaultAnswerHandler(answers))
			.sorted((one, other) -> one.turn().compareTo(other.turn()))
			.toList();
	}

	private Optional<String> answerTo(InboundMessage message) {
		return this.handlers.stream()
			.filter((handler) -> handler.accepts(message))
			.findFirst()
			.flatMap((handler) -> handler.handle(message))
			.map((reply) -> ((Reply.Text) reply).content());
	}

	private static InboundMessage text(String content) {
		return new InboundMessage.Text(HEADER, content, null);
	}

	private static InboundMessage event(InboundEvent event) {
		return new InboundMessage.Event(HEADER, event);
	}

	@Test
	void everyHandlerAnswersFromMemory() {
		assertThat(this.handlers).allMatch(MessageHandler::repliesFromMemory);
	}

	@Test
	void wholeKeywordGoesBeforeTheOthers() {
		this.book.set(Rules.book(Rules.rule(Trigger.CONTAINED_KEYWORD, "含", "招生"),
				Rules.rule(Trigger.WHOLE_KEYWORD, "全", "招生")));
		assertThat(answerTo(text("招生"))).contains("全");
		assertThat(answerTo(text("问招生"))).contains("含");
	}

	@Test
	void spokenWordsFindTheRuleToo() {
		this.book.set(Rules.book(Rules.rule(Trigger.WHOLE_KEYWORD, "招生时间", "招生")));
		assertThat(answerTo(new InboundMessage.Voice(HEADER, "media", "amr", "招生。"))).contains("招生时间");
	}

	@ParameterizedTest
	@MethodSource("messages")
	void messageOfEveryTypeIsAnswered(InboundMessage message) {
		assertThat(answerTo(message)).hasValueSatisfying((answer) -> assertThat(answer).contains("工作时间", "帮助"));
		this.book.set(Rules.book(Rules.rule(Trigger.DEFAULT, "稍后答复")));
		assertThat(answerTo(message)).contains("稍后答复");
	}

	static Stream<InboundMessage> messages() {
		return Stream.of(text("随便说说"), text("？"), new InboundMessage.Image(HEADER, "http://pic", "media"),
				new InboundMessage.Voice(HEADER, "media", "amr", null),
				new InboundMessage.Voice(HEADER, "media", "amr", ""),
				new InboundMessage.Video(HEADER, "media", "thumb", true),
				new InboundMessage.Location(HEADER, 39.9, 116.1, 15, "门头沟区"),
				new InboundMessage.Link(HEADER, "题", "说明", "http://link"), new InboundMessage.Unknown(HEADER));
	}

	@ParameterizedTest
	@MethodSource("silentEvents")
	void eventThatAsksNothingIsNotAnswered(InboundEvent event) {
		this.book.set(Rules.book(Rules.rule(Trigger.DEFAULT, "稍后答复"), Rules.rule(Trigger.MENU_KEY, "键", "KEY")));
		assertThat(answerTo(event(event))).isEmpty();
	}

	static Stream<InboundEvent> silentEvents() {
		return Stream.of(new InboundEvent.Unfollowed(), new InboundEvent.LocationReported(39.9, 116.1, 30),
				new InboundEvent.MenuOpened("http://page", null, false),
				new InboundEvent.CodeScanned("KEY", "qrcode", "1", false),
				new InboundEvent.PicturesChosen("KEY", List.of()), new InboundEvent.TemplateJobFinished("1", "success"),
				new InboundEvent.Unknown("new_event"));
	}

	@Test
	void newFollowerIsWelcomedByTheAccountsOwnText() {
		this.book.set(Rules.book(Rules.of(Rules.SERVICE, Rules.rule(Trigger.WELCOME, "服务号欢迎您")),
				Rules.of(Rules.SUBSCRIPTION, Rules.rule(Trigger.WELCOME, "订阅号欢迎您"))));
		assertThat(answerTo(followed(null))).contains("服务号欢迎您");
	}

	@Test
	void accountWithoutAWelcomeStillWelcomes() {
		assertThat(answerTo(followed(null))).contains(Answers.WELCOME);
	}

	@Test
	void followerByACodeIsWelcomedUnlessARuleKnowsTheCode() {
		this.book.set(Rules.book(Rules.rule(Trigger.SCENE, "大峪一小欢迎您", "school-dayu1")));
		assertThat(answerTo(followed("school-dayu1"))).contains("大峪一小欢迎您");
		assertThat(answerTo(followed("poster"))).contains(Answers.WELCOME);
	}

	private static InboundMessage followed(@Nullable String scene) {
		return event(new InboundEvent.Followed(scene, null));
	}

	@Test
	void scanByAFollowerIsAlwaysAnswered() {
		assertThat(answerTo(event(new InboundEvent.Scanned("poster", null)))).contains(Answers.SCANNED);
		this.book.set(Rules.book(Rules.rule(Trigger.SCENE, "海报", "poster")));
		assertThat(answerTo(event(new InboundEvent.Scanned("poster-3", null)))).contains("海报");
	}

	@Test
	void menuTapIsAlwaysAnswered() {
		assertThat(answerTo(event(new InboundEvent.MenuTapped("KEY")))).contains(Answers.MENU);
		this.book.set(Rules.book(Rules.rule(Trigger.MENU_KEY, "键", "KEY")));
		assertThat(answerTo(event(new InboundEvent.MenuTapped("KEY")))).contains("键");
		assertThat(answerTo(event(new InboundEvent.CodeScanned("KEY", "qrcode", "1", true)))).contains("键");
	}

	@Test
	void ruleThatEndsBetweenQuestionAndAnswerLeavesNoSilence() {
		this.book.set(Rules.book(Rules.rule(Trigger.WHOLE_KEYWORD, "招生", "招生")));
		MessageHandler whole = this.handlers.get(0);
		assertThat(whole.accepts(text("招生"))).isTrue();
		this.book.set(RuleBook.EMPTY);
		assertThat(whole.handle(text("招生"))).contains(new Reply.Text(HOURS.in(Answers.OTHERWISE, CLOCK.instant())));
	}

	@Test
	void defaultAnswerSaysWhenTheStaffReads() {
		assertThat(answerTo(text("一句谁也没有准备的话")).orElseThrow()).contains("工作日 9:00–17:30", "预计 4 月 21 日（周二）9:00 起答复您")
			.doesNotContain("{");
		this.book.set(Rules.book(Rules.rule(Trigger.DEFAULT, "收到。{答复时间}")));
		assertThat(answerTo(text("一句谁也没有准备的话"))).contains("收到。现在不在工作时间，预计 4 月 21 日（周二）9:00 起答复您。");
	}

	@Test
	void defaultAnswerThatTheHoursMakeTooLongGivesWayToOurOwn() {
		this.book.set(Rules.book(Rules.rule(Trigger.DEFAULT, "字".repeat(670) + "{答复时间}")));
		assertThat(answerTo(text("一句谁也没有准备的话")).orElseThrow()).startsWith("您的留言已收到");
	}

}
