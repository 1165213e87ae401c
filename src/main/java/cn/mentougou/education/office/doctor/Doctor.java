package cn.mentougou.education.office.doctor;

import java.io.PrintStream;
import java.util.List;

import cn.mentougou.education.office.command.Diagnosis;

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

	private static Finding diagnosis(Throwable failure) {
		Diagnosis diagnosis = Diagnosis.of(failure);
		return Finding.bad(diagnosis.message(), diagnosis.remedy());
	}

}
