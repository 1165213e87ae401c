package cn.mentougou.education.wechat.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.inbox.Claim;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.MessageKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandlerWorkTests {

	private static final InboundMessage TEXT = new InboundMessage.Text(
			new InboundMessage.Header("wx1", "gh_1", "oPerson", Instant.EPOCH, "text", "1"), "你好", null);

	private final Inbox inbox = Mockito.mock(Inbox.class);

	private final DeadLetters deadLetters = Mockito.mock(DeadLetters.class);

	private final Push push = new Push(new MessageKey(new byte[32]), TEXT, new byte[0], Instant.EPOCH, 0, "id");

	private final List<Push> learnt = new ArrayList<>();

	private @Nullable RuntimeException listenerThrows;

	private final PushListener listener = new PushListener() {

		@Override
		public boolean concerns(InboundMessage message, @Nullable Turn turn) {
			return turn == Turn.COMMAND_WORD;
		}

		@Override
		public void learn(Push told) {
			if (HandlerWorkTests.this.listenerThrows != null) {
				throw HandlerWorkTests.this.listenerThrows;
			}
			HandlerWorkTests.this.learnt.add(told);
		}

	};

	private final Claim claim = new Claim(this.push.key(), 1);

	@ParameterizedTest
	@MethodSource
	void whateverIsThrownThePersonIsAnsweredAndTheStaffLearnOfIt(Throwable thrown) {
		BDDMockito.given(this.inbox.finish(Mockito.any(), Mockito.any())).willReturn(Inbox.Delivered.WITH_ANSWER);
		Deliveries.Answer answer = work(throwing(thrown)).run(this.claim, this.push);
		assertThat(new String(Objects.requireNonNull(answer.reply()), StandardCharsets.UTF_8))
			.contains(HandlerWork.SORRY);
		ArgumentCaptor<DeadLetter> letter = ArgumentCaptor.forClass(DeadLetter.class);
		BDDMockito.then(this.deadLetters).should().keep(letter.capture());
		assertThat(letter.getValue().reason()).startsWith(thrown.getClass().getSimpleName());
	}

	static Stream<Throwable> whateverIsThrownThePersonIsAnsweredAndTheStaffLearnOfIt() {
		return Stream.of(new IllegalStateException(), new StackOverflowError(), new NoClassDefFoundError(),
				new AssertionError(), new OutOfMemoryError());
	}

	@Test
	void aListenerLearnsOfAMessageEvenIfItsHandlerFails() {
		BDDMockito.given(this.inbox.finish(Mockito.any(), Mockito.any())).willReturn(Inbox.Delivered.WITH_ANSWER);
		work(throwing(new IllegalStateException())).run(this.claim, this.push);
		assertThat(this.learnt).last().isSameAs(this.push);
	}

	@Test
	void aListenerThatFailsLosesNoMessage() {
		this.listenerThrows = new IllegalStateException();
		BDDMockito.given(this.inbox.finish(Mockito.any(), Mockito.any())).willReturn(Inbox.Delivered.WITH_ANSWER);
		Deliveries.Answer answer = work((message) -> Optional.of(new Reply.Text("好"))).run(this.claim, this.push);
		assertThat(new String(Objects.requireNonNull(answer.reply()), StandardCharsets.UTF_8))
			.contains(HandlerWork.SORRY);
		BDDMockito.then(this.deadLetters).should().keep(Mockito.any());
	}

	@Test
	void aLostClaimIsNoFailureOfTheHandler() {
		BDDMockito.given(this.inbox.finish(Mockito.any(), Mockito.any()))
			.willThrow(Mockito.mock(Inbox.LostClaim.class));
		HandlerWork work = work((message) -> Optional.of(new Reply.Text("好")));
		assertThatExceptionOfType(Inbox.LostClaim.class).isThrownBy(() -> work.run(this.claim, this.push));
		BDDMockito.then(this.deadLetters).shouldHaveNoInteractions();
	}

	private HandlerWork work(Says says) {
		MessageDispatcher dispatcher = new MessageDispatcher(List.of(says), List.of(this.listener), List.of(),
				new MovableClock(Instant.EPOCH));
		return new HandlerWork(dispatcher, this.inbox, this.deadLetters,
				new StaticListableBeanFactory().getBeanProvider(LateReplies.class),
				new TransactionTemplate(Mockito.mock(PlatformTransactionManager.class)));
	}

	private static Says throwing(Throwable thrown) {
		return (message) -> {
			if (thrown instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) thrown;
		};
	}

	/** A handler that takes everything. */
	private interface Says extends MessageHandler {

		@Override
		default Turn turn() {
			return Turn.COMMAND_WORD;
		}

		@Override
		default boolean accepts(InboundMessage message) {
			return true;
		}

	}

}
