package cn.mentougou.education.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.shared.Misconfigured;

/** Shows the operator the sentence alone, without a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MisconfiguredAnalyzer extends AbstractFailureAnalyzer<Misconfigured> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, Misconfigured cause) {
		return new FailureAnalysis(sentence(cause.getMessage()), null, cause);
	}

	private static String sentence(@Nullable String message) {
		return message != null ? message : "配置有误。";
	}

}
