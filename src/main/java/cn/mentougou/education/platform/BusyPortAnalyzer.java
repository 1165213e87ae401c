package cn.mentougou.education.platform;

import java.util.Locale;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Names the port that is taken and the property that moves it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	private final Environment environment;

	BusyPortAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		int management = this.environment.getProperty("management.server.port", Integer.class, -1);
		String property = (cause.getPort() == management) ? "management.server.port" : "server.port";
		String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
		return new FailureAnalysis("端口 " + cause.getPort() + " 已被别的程序占用。",
				"请先结束那个程序，或者用 " + property + "（环境变量 " + variable + "）换一个端口。", cause);
	}

}
