package cn.mentougou.testrun;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains demo data that an earlier state of the sources left behind. */
class StaleDataAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
		return new FailureAnalysis("target/test-run 里的演示数据是另一版程序留下的，与现在的 sql 目录不一致。\n" + cause.getMessage(),
				"演示数据可以丢弃：先运行 mvn clean，再运行 mvn spring-boot:test-run。", cause);
	}

}
