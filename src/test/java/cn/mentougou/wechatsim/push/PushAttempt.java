package cn.mentougou.wechatsim.push;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.http.HttpCall;

/** One delivery of a push, with both directions on the wire and in clear. */
public record PushAttempt(int nr, Instant at, String url, String requestBody, long durationMillis, int httpStatus,
		@Nullable String answerWire, @Nullable String answerClear, @Nullable Verdict verdict, String note) {

	PushAttempt judged(Judgement judgement) {
		return new PushAttempt(nr, at, url, requestBody, durationMillis, httpStatus, answerWire,
				judgement.clearAnswer(), judgement.verdict(), note + judgement.note());
	}

	PushAttempt answered(HttpCall.Answer answer, long millis) {
		return new PushAttempt(nr, at, url, requestBody, millis, answer.status(), answer.body(), answerClear, verdict,
				note);
	}

	PushAttempt failed(Verdict cause, String reason, long millis) {
		return new PushAttempt(nr, at, url, requestBody, millis, httpStatus, answerWire, answerClear, cause,
				note + reason);
	}

}
