package cn.mentougou.education.office.doctor;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.BindException;

import cn.mentougou.education.shared.Misconfigured;

/** Makes all check-ups one after the other and prints what they found. */
class Doctor {

	private final List<Checkup> checkups;

	Doctor(List<Checkup> checkups) {
		this.checkups = checkups;
	}

	/** Prints a line for each and, where needed, the remedy; 0 if all is well, else 1. */
	int examine(PrintStream out) {
		int bad = 0;
		for (Checkup checkup : this.checkups) {
			Finding finding = finding(checkup);
			print(out, checkup.name(), finding);
			bad += finding.ok() ? 0 : 1;
		}
		out.println((bad == 0) ? "一切正常。" : "有 " + bad + " 项要处理。");
		return (bad == 0) ? 0 : 1;
	}

	static void print(PrintStream out, String name, Finding finding) {
		out.println((finding.ok() ? "✔ " : "✘ ") + name + "：" + finding.message());
		if (finding.remedy() != null) {
			out.println("  处理：" + finding.remedy());
		}
	}

	private static Finding finding(Checkup checkup) {
		try {
			return checkup.check();
		}
		catch (RuntimeException ex) {
			return diagnosis(ex);
		}
	}

	/** What an exception means to the operator; never its own message, except ours. */
	static Finding diagnosis(Throwable failure) {
		List<Throwable> causes = Stream.iterate(failure, (ex) -> ex != null, Throwable::getCause).limit(30).toList();
		for (Throwable cause : causes) {
			if (cause instanceof Misconfigured misconfigured) {
				return Finding.bad(String.valueOf(misconfigured.getMessage()), "改好这项配置后再检查一次。");
			}
			if (cause instanceof BindException bind) {
				return Finding.bad("配置项 " + bind.getName() + " 的值读不懂。", "请对照 README 的配置表改正后再检查一次。");
			}
		}
		String kind = causes.get(causes.size() - 1).getClass().getSimpleName();
		return Finding.bad("没能检查（" + kind + "）。", "请正常启动一次程序，把日志交给开发人员。");
	}

}
