package cn.mentougou.education.office.command;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.BindException;

import cn.mentougou.education.shared.Misconfigured;

/**
 * What an exception means to the operator, in Chinese; never its own message, except
 * ours.
 *
 * @param message what is wrong
 * @param remedy what to do
 */
public record Diagnosis(String message, String remedy) {

	private static final int DEEPEST = 30;

	/** Explains this failure. */
	public static Diagnosis of(Throwable failure) {
		List<Throwable> causes = Stream.iterate(failure, (ex) -> ex != null, Throwable::getCause)
			.limit(DEEPEST)
			.toList();
		for (Throwable cause : causes) {
			if (cause instanceof Misconfigured misconfigured) {
				return new Diagnosis(String.valueOf(misconfigured.getMessage()), "改好这项配置后再试一次。");
			}
			if (cause instanceof BindException bind) {
				return new Diagnosis("配置项 " + bind.getName() + " 的值读不懂。", "请对照 README 的配置表改正后再试一次。");
			}
		}
		String kind = causes.get(causes.size() - 1).getClass().getSimpleName();
		return new Diagnosis("没能完成（" + kind + "）。", "请正常启动一次程序，把日志交给开发人员。");
	}

}
