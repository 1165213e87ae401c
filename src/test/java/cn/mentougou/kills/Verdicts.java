package cn.mentougou.kills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

/**
 * What became of the messages, as the phones and the database tell it.
 *
 * @param messages how many were written
 * @param answered how many were answered once, by whichever way
 * @param late how many of these by customer-service message
 * @param faults after how many the phone showed the fault line
 * @param deadLetters how many were filed for the staff, with an apology to the person
 * @param undecided how many answers may have reached the person or not, and stand in the
 * ledger as such
 * @param details those of the faults and of what was not answered
 * @param violations what must never be
 */
record Verdicts(int messages, int answered, int late, int faults, int deadLetters, int undecided, List<String> details,
		List<String> violations) {

	/** Judges messages after everything has settled. */
	static Verdicts of(List<Sent> all, Site site, Downtimes downtimes, int deadLetters, int openEnds) {
		Tally tally = new Tally(downtimes, effects(site.jdbc()), bubbles(site));
		all.forEach(tally::add);
		int open = tally.apologies + tally.silent;
		if (open > deadLetters + openEnds) {
			tally.violations.add(open + " were taken and not answered, but only " + deadLetters + " dead letters and "
					+ openEnds + " undecided stand on record");
		}
		return new Verdicts(all.size(), tally.answered, tally.late, tally.faults, deadLetters, openEnds, tally.details,
				tally.violations);
	}

	private static Map<String, Integer> effects(JdbcClient jdbc) {
		Map<String, Integer> effects = new HashMap<>();
		jdbc.sql("SELECT words, COUNT(*) AS times FROM effect GROUP BY words")
			.query((RowCallbackHandler) (row) -> effects.put(row.getString("words"), row.getInt("times")));
		return effects;
	}

	/**
	 * What each answer came by, in every place where it was seen; answers that waited
	 * together come in one message.
	 */
	private static Map<String, List<Bubble.Via>> bubbles(Site site) {
		Map<String, List<Bubble.Via>> bubbles = new HashMap<>();
		site.people()
			.stream()
			.flatMap((person) -> person.phone(Site.SERVICE).stream())
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT && bubble.text() != null && bubble.via() != null)
			.forEach((bubble) -> Stream.of(String.valueOf(bubble.text()).split("\n\n"))
				.forEach((answer) -> bubbles.computeIfAbsent(answer, (text) -> new ArrayList<>()).add(bubble.via())));
		return bubbles;
	}

	/** Counts. */
	private static final class Tally {

		private final Downtimes downtimes;

		private final Map<String, Integer> effects;

		private final Map<String, List<Bubble.Via>> bubbles;

		private final List<String> violations = new ArrayList<>();

		private final List<String> details = new ArrayList<>();

		private int answered;

		private int late;

		private int faults;

		private int apologies;

		private int silent;

		private Tally(Downtimes downtimes, Map<String, Integer> effects, Map<String, List<Bubble.Via>> bubbles) {
			this.downtimes = downtimes;
			this.effects = effects;
			this.bubbles = bubbles;
		}

		private void add(Sent sent) {
			List<Bubble.Via> answers = this.bubbles.getOrDefault(sent.answer(), List.of());
			int effect = this.effects.getOrDefault(sent.id(), 0);
			PushRecord.State state = sent.push().state();
			check(effect <= 1, sent, effect + " effects");
			check(answers.size() <= 1, sent, answers.size() + " answers");
			check(answers.isEmpty() || !sent.hasEffect() || effect == 1, sent, "answered without its effect");
			if (state == PushRecord.State.FAILED) {
				this.faults++;
				this.details.add(detail(sent, "fault line"));
				check(this.downtimes.explain(sent.push().attempts()), sent, "a fault line while all was well");
			}
			if (!answers.isEmpty()) {
				this.answered++;
				this.late += answers.contains(Bubble.Via.CUSTOMER_SERVICE) ? 1 : 0;
			}
			else if (state == PushRecord.State.ANSWERED) {
				this.apologies++;
				this.details.add(detail(sent, "apology, " + effect + " effects"));
			}
			else if (state == PushRecord.State.SILENT) {
				this.silent++;
				this.details.add(detail(sent, "not answered, " + effect + " effects"));
			}
		}

		private void check(boolean isRight, Sent sent, String wrong) {
			if (!isRight) {
				this.violations.add(detail(sent, wrong));
			}
		}

		private static String detail(Sent sent, String what) {
			List<String> attempts = sent.push()
				.attempts()
				.stream()
				.map((attempt) -> attempt.at() + " " + attempt.durationMillis() + " ms " + attempt.verdict() + " "
						+ attempt.httpStatus())
				.toList();
			return sent.word() + " " + sent.id() + ": " + what + " " + sent.push().state() + " " + attempts;
		}

	}

}
