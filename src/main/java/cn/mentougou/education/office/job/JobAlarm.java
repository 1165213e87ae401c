package cn.mentougou.education.office.job;

import java.time.LocalDate;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;

import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/** Says that a job did not run: on 今日, and as a metric. */
class JobAlarm implements TodaySource {

	private final Jobs jobs;

	JobAlarm(Jobs jobs, MeterRegistry meters) {
		this.jobs = jobs;
		Gauge.builder("job.in.trouble", this, JobAlarm::count)
			.description("jobs that did not run when they should have, or whose heartbeat is lost")
			.register(meters);
	}

	@Override
	public List<TodayEntry> entriesFor(Actor actor, LocalDate today) {
		if (!actor.holds(Role.SYSTEM_ADMINISTRATOR)) {
			return List.of();
		}
		return this.jobs.inTrouble().stream().map(JobAlarm::entry).toList();
	}

	private static TodayEntry entry(JobState state) {
		JobView view = JobView.of(state);
		return TodayEntry.alarm("定时任务“" + view.title() + "”" + view.trouble() + "，上次成功：" + view.lastDone(),
				JobsConsoleController.PATH + "/" + view.name());
	}

	/** Without the database nobody knows. */
	private double count() {
		try {
			return this.jobs.inTrouble().size();
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

}
