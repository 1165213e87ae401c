package cn.mentougou.wechatsim.push;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.http.HttpCall;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Brings one push to the account's server: attempt by attempt, to its end. */
final class Delivery implements Runnable {

	private static final String SECOND_ADDRESS = "127.0.0.2";

	private static final Duration STALE = Duration.ofMinutes(10);

	private final World world;

	private final Push push;

	private final Order order;

	private final Executor lateReaders;

	Delivery(World world, Push push, Order order, Executor lateReaders) {
		this.world = world;
		this.push = push;
		this.order = order;
		this.lateReaders = lateReaders;
	}

	@Override
	public void run() {
		try {
			order.turn().before().join();
			deliver();
			push.finish();
		}
		catch (RuntimeException ex) {
			push.become(PushRecord.State.FAILED);
			push.abandon(ex);
		}
		finally {
			order.turn().sent().run();
			order.turn().over().run();
		}
	}

	private void deliver() {
		int nr = 1;
		Judgement judgement = attempt(nr, "");
		order.turn().sent().run();
		order.turn().over().run();
		while (!judgement.verdict().isFinal() && nr < order.settings().attempts()) {
			nr++;
			judgement = attempt(nr, "");
		}
		show(judgement);
		if (order.options().duplicate() && judgement.verdict().isFinal()) {
			attempt(nr + 1, "duplicate ");
		}
		PushRecord.State state = switch (judgement.verdict()) {
			case OK_REPLY -> PushRecord.State.ANSWERED;
			case OK_EMPTY -> PushRecord.State.SILENT;
			default -> PushRecord.State.FAILED;
		};
		push.become(state);
	}

	private void show(Judgement judgement) {
		PushDraft draft = push.draft();
		if (order.mute() || world.person(draft.personId()).isEmpty()) {
			return;
		}
		Bubble.Chat chat = new Bubble.Chat(draft.personId(), draft.appId());
		if (judgement.reply() != null && !draft.kind().equals("unsubscribe")) {
			ReplyBubbles.of(judgement.reply())
				.ifPresent((content) -> world.phone().show(chat, content, Bubble.Origin.reply(push.id())));
		}
		if (!judgement.verdict().isFinal() && draft.isVisible()) {
			world.phone().show(chat, Bubble.Content.fault(), Bubble.Origin.system(push.id()));
		}
	}

	private Judgement attempt(int nr, String note) {
		PushDraft draft = push.draft();
		SimAccount account = world.account(draft.appId()).orElseThrow();
		String openId = world.followers().openId(draft.appId(), draft.personId());
		String url = (draft.url() != null) ? draft.url() : Objects.requireNonNullElse(account.webhookUrl(), "");
		Wire wire = Wire.of(account, new Wire.Letter(url, openId, draft.clearXml()), stamp(nr), order.options());
		PushAttempt open = new PushAttempt(nr, world.clock().instant(), wire.url().toString(), wire.body(), 0, 0, null,
				null, null, note);
		push.record(open);
		long start = System.nanoTime();
		HttpCall call = new HttpCall(order.settings().timeout());
		try {
			call.send(new HttpCall.Request("POST", wire.url(), wire.contentType(), wire.body()), source(nr));
			order.turn().sent().run();
			HttpCall.Answer answer = call.receive();
			call.close();
			return judge(account, open.answered(answer, since(start)));
		}
		catch (SocketTimeoutException ex) {
			PushAttempt late = open.failed(Verdict.TIMEOUT, "no answer in time", since(start));
			push.record(late);
			lateReaders.execute(() -> listenOn(call, late, start));
			return new Judgement(Verdict.TIMEOUT, "", null, null);
		}
		catch (IOException | NumberFormatException ex) {
			call.close();
			push.record(open.failed(Verdict.CONNECTION_ERROR, String.valueOf(ex.getMessage()), since(start)));
			return new Judgement(Verdict.CONNECTION_ERROR, "", null, null);
		}
	}

	private Judgement judge(SimAccount account, PushAttempt attempt) {
		Judgement judgement = new Judgement(Verdict.HTTP_STATUS, "status " + attempt.httpStatus(), null, null);
		if (attempt.httpStatus() == 200) {
			String openId = world.followers().openId(account.appId(), push.draft().personId());
			judgement = new AnswerCheck(account, openId, push.draft().articlesAllowed())
				.judge(Objects.requireNonNullElse(attempt.answerWire(), ""));
		}
		push.record(attempt.judged(judgement));
		return judgement;
	}

	private void listenOn(HttpCall call, PushAttempt timedOut, long start) {
		call.hangUp(order.settings().timeout().multipliedBy(6))
			.ifPresent((answer) -> push.record(timedOut.answered(answer, since(start))
				.failed(Verdict.LATE_DISCARDED, ", the answer came later and was discarded", since(start))));
	}

	private Wire.Stamp stamp(int nr) {
		boolean virtual = order.settings().pushTime() == PushSettings.PushTime.VIRTUAL;
		Instant now = virtual ? world.clock().instant() : world.clock().realInstant();
		Instant signed = order.options().oldTimestamp() ? now.minus(STALE) : now;
		return new Wire.Stamp(String.valueOf(signed.getEpochSecond()),
				world.random().digits(10, "nonce", push.id(), nr), world.random().text(16, "sealed", push.id(), nr));
	}

	private @Nullable String source(int nr) {
		return (order.options().secondAddress() && nr % 2 == 0) ? SECOND_ADDRESS : null;
	}

	private static long since(long start) {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
	}

	/** How a push is to be delivered; a mute one is not shown on the phone. */
	record Order(PushSettings settings, PushOptions options, Lanes.Turn turn, boolean mute) {
	}

}
