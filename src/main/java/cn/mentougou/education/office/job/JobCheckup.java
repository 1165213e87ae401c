package cn.mentougou.education.office.job;

import java.sql.SQLSyntaxErrorException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.BadSqlGrammarException;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;

/**
 * Whether the jobs run. The doctor may be asked while nothing does, so silence is a fault
 * only if one of the jobs was heard lately.
 */
class JobCheckup implements Checkup {

	private static final Duration LATELY = Duration.ofMinutes(10);

	private final ObjectProvider<Jobs> jobs;

	private final Clock clock;

	JobCheckup(ObjectProvider<Jobs> jobs, Clock clock) {
		this.jobs = jobs;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "定时任务";
	}

	@Override
	public Finding check() {
		try {
			return finding(this.jobs.getObject().all());
		}
		catch (BadSqlGrammarException ex) {
			// Before the first start there are no tables.
			if (ex.getCause() instanceof SQLSyntaxErrorException) {
				return Finding.good("还没有运行过。");
			}
			throw ex;
		}
	}

	private Finding finding(List<JobState> states) {
		if (states.stream().noneMatch(this::wasHeardLately)) {
			return Finding.good("最近十分钟没有运行；程序停着时是正常的。");
		}
		String troubles = states.stream()
			.filter((state) -> state.trouble() != null)
			.map((state) -> state.job().title() + "（" + state.trouble().title() + "）")
			.collect(Collectors.joining("、"));
		return troubles.isEmpty() ? Finding.good("共 " + states.size() + " 项，都按时运行。")
				: Finding.bad("没有按时运行：" + troubles + "。", "请由系统管理员打开工作台“定时任务”，查看原因代码，并到程序日志里查找同一时间的记录。");
	}

	private boolean wasHeardLately(JobState state) {
		return state.last() != null && state.last().endedAt().isAfter(this.clock.instant().minus(LATELY));
	}

}
