package cn.mentougou.education.wechat.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.inbox.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class MessageDispatcherTests {

	private static final MovableClock CLOCK = new MovableClock(Instant.ofEpochSecond(1764000001));

	private static final InboundMessage.Header HEADER = new InboundMessage.Header("wx1", "gh_1", "oPerson",
			Instant.ofEpochSecond(1764000000), "text", "1");

	private static final InboundMessage TEXT = new InboundMessage.Text(HEADER, "你好", null);

	private static final InboundMessage FOLLOWED = new InboundMessage.Event(HEADER,
			new InboundEvent.Followed(null, null));

	@Test
	void theFirstHandlerInTheOrderOfTheTurnsAnswers() {
		List<MessageHandler> handlers = new ArrayList<>();
		for (Turn turn : Turn.values()) {
			handlers.add(new Says(turn, new Reply.Text(turn.name())));
		}
		Collections.reverse(handlers);
		List<Turn> order = new ArrayList<>();
		while (!handlers.isEmpty()) {
			MessageHandler first = dispatcher(handlers).handlerOf(TEXT).orElseThrow();
			order.add(first.turn());
			handlers.remove(first);
		}
		assertThat(order).isEqualTo(Arrays.asList(Turn.values()));
	}

	@Test
	void withinOneTurnTheFirstBeanAnswers() {
		Says first = new Says(Turn.COMMAND_WORD, new Reply.Text("1"));
		Says second = new Says(Turn.COMMAND_WORD, new Reply.Text("2"));
		assertThat(dispatcher(List.of(first, second)).handlerOf(TEXT)).containsSame(first);
	}

	@Test
	void aHandlerThatDoesNotAcceptIsPassedOver() {
		Says silent = new Says(Turn.OUR_QUESTION, null) {
			@Override
			public boolean accepts(InboundMessage message) {
				return false;
			}
		};
		Says next = new Says(Turn.DEFAULT_ANSWER, new Reply.Text("2"));
		assertThat(dispatcher(List.of(silent, next)).handlerOf(TEXT)).containsSame(next);
	}

	@Test
	void whatNobodyTakesIsSilent() {
		MessageDispatcher.Spoken spoken = dispatcher(List.of()).speak(Optional.empty(), TEXT);
		assertThat(spoken.reply()).isNull();
		assertThat(spoken.outcome()).isEqualTo(Outcome.SILENT);
		assertThat(dispatcher(List.of()).written(spoken, TEXT).reply()).isNull();
	}

	@Test
	void theDefaultAnswerIsFiledForTheStaffAndOthersAreNot() {
		assertThat(spoken(Turn.DEFAULT_ANSWER, new Reply.Text("1"), TEXT).outcome()).isEqualTo(Outcome.UNANSWERED);
		assertThat(spoken(Turn.COMMAND_WORD, new Reply.Text("1"), TEXT).outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(spoken(Turn.COMMAND_WORD, null, TEXT).outcome()).isEqualTo(Outcome.SILENT);
	}

	@Test
	void aMessageIsAnsweredWithOneCardAndAnEventWithAll() {
		Reply.Article card = new Reply.Article("题目", "摘要", "https://example.cn/1.jpg", "https://example.cn/1");
		Reply.News news = new Reply.News(List.of(card, card));
		assertThat(spoken(Turn.COMMAND_WORD, news, TEXT).reply()).isEqualTo(new Reply.News(List.of(card)));
		assertThat(spoken(Turn.WELCOME, news, FOLLOWED).reply()).isEqualTo(news);
	}

	@Test
	void theReplyIsWrittenToThePersonWithTheTimeOfItsMaking() {
		InboxEntry.Answered answered = dispatcher(List.of())
			.written(new MessageDispatcher.Spoken(new Reply.Text("好"), Outcome.ANSWERED, "X"), TEXT);
		assertThat(new String(Objects.requireNonNull(answered.reply()), StandardCharsets.UTF_8))
			.contains("<ToUserName><![CDATA[oPerson]]>", "<FromUserName><![CDATA[gh_1]]>", "1764000001")
			.doesNotContain("1764000000");
	}

	@Test
	void aWitnessThatFailsHoldsNobodyUp() {
		List<Push> seen = new ArrayList<>();
		PushWitness failing = (push) -> {
			throw new IllegalStateException();
		};
		MessageDispatcher dispatcher = new MessageDispatcher(List.of(), List.of(), List.of(failing, seen::add), CLOCK);
		Push push = new Push(new MessageKey(new byte[32]), TEXT, new byte[0], Instant.EPOCH, 0, "id");
		dispatcher.witness(push);
		assertThat(seen).containsExactly(push);
	}

	private static MessageDispatcher dispatcher(List<MessageHandler> handlers) {
		return new MessageDispatcher(handlers, List.of(), List.of(), CLOCK);
	}

	private static MessageDispatcher.Spoken spoken(Turn turn, @Nullable Reply reply, InboundMessage message) {
		return dispatcher(List.of()).speak(Optional.of(new Says(turn, reply)), message);
	}

	/** Accepts everything and says one thing. */
	private static class Says implements MessageHandler {

		private final Turn turn;

		private final @Nullable Reply reply;

		Says(Turn turn, @Nullable Reply reply) {
			this.turn = turn;
			this.reply = reply;
		}

		@Override
		public Turn turn() {
			return this.turn;
		}

		@Override
		public boolean accepts(InboundMessage message) {
			return true;
		}

		@Override
		public Optional<Reply> handle(InboundMessage message) {
			return Optional.ofNullable(this.reply);
		}

	}

}
