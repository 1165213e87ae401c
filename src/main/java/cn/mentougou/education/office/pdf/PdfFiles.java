package cn.mentougou.education.office.pdf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.inspection.Findings;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;

/** Has PDF files looked through by a process that starts for each of them. */
public final class PdfFiles {

	private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Semaphore TURN = new Semaphore(2, true);

	private PdfFiles() {
	}

	/**
	 * Looks for what is hidden in a PDF.
	 * @throws Refusal.Invalid if it is damaged, encrypted or cannot be read with bounded
	 * means
	 */
	public static void inspect(Path file, Findings findings) throws IOException {
		Path answer = Files.createTempFile(file.toAbsolutePath().getParent(), "pdf", ".found");
		TURN.acquireUninterruptibly();
		try {
			String word = HexFormat.of().formatHex(RandomBytes.take(16));
			run(command(file, word), answer);
			try (Stream<String> lines = Files.lines(answer, StandardCharsets.UTF_8)) {
				take(lines.filter((line) -> line.startsWith(word + "\t"))
					.map((line) -> line.substring(word.length() + 1))
					.toList(), findings);
			}
		}
		catch (UncheckedIOException ex) {
			throw new Refusal.Invalid("pdf.too-complex");
		}
		finally {
			TURN.release();
			Files.deleteIfExists(answer);
		}
	}

	private static void run(List<String> command, Path answer) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(answer.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.redirectInput(new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null"));
		// Secrets stand in the environment; this process has no need of any.
		builder.environment().clear();
		Process process = builder.start();
		try {
			if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Refusal.Invalid("pdf.too-complex");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal.Invalid("pdf.too-complex");
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static void take(List<String> lines, Findings findings) {
		if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(PdfProgram.END)) {
			throw new Refusal.Invalid("pdf.too-complex");
		}
		for (String line : lines.subList(0, lines.size() - 1)) {
			String[] parts = line.split("\t", -1);
			if (parts[0].equals(PdfProgram.REFUSED)) {
				throw new Refusal.Invalid(parts[1]);
			}
			findings.add(FindingCode.valueOf(parts[0]), parts[1], parts[2]);
		}
	}

	private static List<String> command(Path file, String word) throws IOException {
		String classPath = System.getProperty("java.class.path", "");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-Xss2m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto",
						"-Djava.awt.headless=true", "-Djava.io.tmpdir=" + file.toAbsolutePath().getParent(),
						"-Dpdfbox.fontcache=" + file.toAbsolutePath().getParent(), "-Dfile.encoding=UTF-8"));
		if (isPackaged(classPath)) {
			command.add("-Dloader.main=" + PdfProgram.class.getName());
		}
		command.addAll(List.of("-cp", classPath, isPackaged(classPath) ? BOOT_LAUNCHER : PdfProgram.class.getName(),
				file.toAbsolutePath().toString(), word));
		return command;
	}

	/** The jar of production holds its libraries inside and has a launcher for them. */
	private static boolean isPackaged(String classPath) throws IOException {
		Path only = classPath.contains(File.pathSeparator) ? Path.of("") : Path.of(classPath);
		if (!Files.isRegularFile(only)) {
			return false;
		}
		try (JarFile jar = new JarFile(only.toFile())) {
			return jar.getEntry("org/springframework/boot/loader/launch/PropertiesLauncher.class") != null;
		}
	}

}
