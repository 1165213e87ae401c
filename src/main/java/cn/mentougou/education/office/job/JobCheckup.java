package cn.mentougou.education.office.job;

import java.sql.SQLSyntaxErrorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.BadSqlGrammarException;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;

/**
 * Whether the jobs run. The doctor may be asked while nothing does, so silence is a fault
 * only if one of the jobs was heard lately.
 */
class JobCheckup implements Checkup {

	private static final Duration LATELY = Duration.ofMinutes(10);

	private final ObjectProvider<JobMapper> mapper;

	private final Clock clock;

	JobCheckup(ObjectProvider<JobMapper> mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "定时任务";
	}

	@Override
	public Finding check() {
		try {
			return finding(this.mapper.getObject().known());
		}
		catch (BadSqlGrammarException ex) {
			// Before the first start there are no tables.
			if (ex.getCause() instanceof SQLSyntaxErrorException) {
				return Finding.good("还没有运行过。");
			}
			throw ex;
		}
		catch (NestedRuntimeException ex) {
			return Finding.bad("连不上数据库，看不到任务。", "请先处理“数据库”一项。");
		}
	}

	private Finding finding(List<JobMapper.Known> jobs) {
		Instant now = this.clock.instant();
		boolean isHeard = jobs.stream()
			.map(JobMapper.Known::doneAt)
			.filter(Objects::nonNull)
			.anyMatch((done) -> done.isAfter(now.minus(LATELY)));
		if (!isHeard) {
			return Finding.good("最近十分钟没有运行；程序停着时是正常的。");
		}
		String silent = jobs.stream()
			.filter((job) -> job.isSilent(now))
			.map(JobMapper.Known::title)
			.collect(Collectors.joining("、"));
		return silent.isEmpty() ? Finding.good("共 " + jobs.size() + " 项，都按时运行。")
				: Finding.bad("很久没有成功运行：" + silent + "。", "请由系统管理员打开工作台的“定时任务”，看原因代码和时间，再到程序日志里查同一时间的记录。");
	}

}
