package cn.mentougou.education.office.pdf;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import cn.mentougou.education.office.inspection.Finding;
import cn.mentougou.education.office.inspection.Findings;
import cn.mentougou.education.shared.Refusal;

/**
 * The process that looks through one PDF and says what it found, a line each: code, place
 * and sample between tabs. The last line says that it came to the end.
 */
public final class PdfProgram {

	static final String END = "END";

	static final String REFUSED = "REFUSED";

	private PdfProgram() {
	}

	/**
	 * Looks through a file.
	 * @param arguments the file, and the word that begins each line of the answer: what a
	 * file makes its reader log must not be taken for one
	 */
	public static void main(String[] arguments) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
		Findings findings = new Findings();
		try {
			PdfInspection.inspect(Path.of(arguments[0]), findings);
			for (Finding finding : findings.all()) {
				out.println(arguments[1] + "\t" + finding.code() + "\t" + finding.place() + "\t" + finding.sample());
			}
		}
		catch (Refusal ex) {
			out.println(arguments[1] + "\t" + REFUSED + "\t" + ex.code());
		}
		catch (Exception | StackOverflowError ex) {
			out.println(arguments[1] + "\t" + REFUSED + "\tpdf.damaged");
		}
		out.println(arguments[1] + "\t" + END);
		out.flush();
		// Nothing that the reader started may keep the process.
		Runtime.getRuntime().halt(0);
	}

}
