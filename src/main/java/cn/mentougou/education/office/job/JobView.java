package cn.mentougou.education.office.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * A job as the page shows it, in Beijing time.
 *
 * @param name its name
 * @param title what it is for
 * @param rhythm when it runs
 * @param now what it does at the moment
 * @param next when it runs next
 * @param last its last run, or null if it never ran
 * @param lastDone when it last went well
 * @param trouble what is wrong, or null if all is well
 */
record JobView(String name, String title, String rhythm, String now, String next, @Nullable Line last, String lastDone,
		@Nullable String trouble) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final String NEVER = "还没有";

	static JobView of(JobState state) {
		Job job = state.job();
		JobState.Trouble trouble = state.trouble();
		Instant next = state.nextAt();
		return new JobView(job.name(), job.title(), job.rhythm().words(), now(state),
				(next != null) ? MOMENT.format(next) : (state.running() ? "运行结束后安排" : "没有安排"),
				(state.last() != null) ? Line.of(state.last()) : null,
				(state.lastDone() != null) ? MOMENT.format(state.lastDone()) : NEVER,
				(trouble != null) ? trouble.title() : null);
	}

	private static String now(JobState state) {
		if (state.plan() == null) {
			return "没有实例安排它";
		}
		return state.running() ? "正在运行（" + state.plan().pickedBy() + "）" : "等待";
	}

	/**
	 * One run, or the runs of an hour.
	 *
	 * @param id its number
	 * @param started when it began
	 * @param ended when it ended
	 * @param runs how many there were
	 * @param duration how long it took
	 * @param longest how long the longest took
	 * @param outcome how it ended
	 * @param good whether it ended well
	 * @param error what went wrong, as a code; empty if nothing did
	 * @param instance where it ran
	 */
	record Line(long id, String started, String ended, int runs, String duration, String longest, String outcome,
			boolean good, String error, String instance) {

		static Line of(JobMapper.Run run) {
			boolean measured = run.outcome() != JobMapper.Outcome.LOST;
			return new Line(run.id(), MOMENT.format(run.startedAt()), MOMENT.format(run.endedAt()), run.runs(),
					measured ? duration(run.lastMillis()) : "不明", measured ? duration(run.longestMillis()) : "不明",
					run.outcome().title(), run.outcome() == JobMapper.Outcome.DONE,
					(run.error() != null) ? run.error() : "", run.instance());
		}

		private static String duration(long millis) {
			if (millis < 1000) {
				return millis + " 毫秒";
			}
			long seconds = millis / 1000;
			return (seconds < 60) ? "%d.%d 秒".formatted(seconds, millis % 1000 / 100)
					: "%d 分 %d 秒".formatted(seconds / 60, seconds % 60);
		}

	}

}
