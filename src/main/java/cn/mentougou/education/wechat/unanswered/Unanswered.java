package cn.mentougou.education.wechat.unanswered;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.shared.Actor;

/**
 * The register of what nobody answered by itself. Rows are added and settled inside the
 * transaction of whoever keeps the conversation, and never deleted.
 */
@Component
public class Unanswered {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** WeChat is the net (网上), beside the telephone and the counter. */
	private static final String CHANNEL = "ONLINE";

	private final UnansweredMapper mapper;

	Unanswered(UnansweredMapper mapper) {
		this.mapper = mapper;
	}

	/** Whether the message has been counted. */
	public boolean counts(byte[] messageKey) {
		return this.mapper.find(messageKey).isPresent();
	}

	/**
	 * Counts a message; the same one is counted once however often it is delivered.
	 * @return its number; empty if it was counted before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<UnansweredId> ask(Asked asked) {
		if (counts(asked.messageKey())) {
			return Optional.empty();
		}
		return Optional.of(new UnansweredId(this.mapper.insert(new UnansweredMapper.Row(asked.messageKey(), CHANNEL,
				asked.appId(), asked.kind(), asked.dialogue(), asked.occasion(), millis(asked.at())))));
	}

	/** Since when a message of the conversation is open; empty if none is. */
	public Optional<Instant> openSince(long dialogue) {
		return Optional.ofNullable(this.mapper.findOpenSince(dialogue));
	}

	/**
	 * The open messages of a conversation up to this one were answered.
	 * @return how many that were
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int answer(long dialogue, UnansweredId upTo, Settled settled) {
		return this.mapper.settle(dialogue, upTo.value(), UnansweredState.ANSWERED, settled.by(), millis(settled.at()));
	}

	/** The open messages of a conversation need no answer, or can get none any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public int setAside(long dialogue, Settled settled) {
		return this.mapper.settle(dialogue, Long.MAX_VALUE, UnansweredState.SET_ASIDE, settled.by(),
				millis(settled.at()));
	}

	/**
	 * The figures of a period.
	 * @param from its first day
	 * @param until its last day
	 * @param appId one account, or null for all
	 */
	public Figures between(LocalDate from, LocalDate until, @Nullable String appId) {
		return this.mapper.figures(from.atStartOfDay(BEIJING).toInstant(),
				until.plusDays(1).atStartOfDay(BEIJING).toInstant(), appId);
	}

	private static Instant millis(Instant at) {
		return at.truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * Who settled something, and when.
	 *
	 * @param by the number of the person; 0 for the system
	 * @param at when the person got the answer, or it was set aside
	 */
	public record Settled(long by, Instant at) {

		/** By this actor. */
		public static Settled by(Actor actor, Instant at) {
			return new Settled(actor.id(), at);
		}

	}

}
