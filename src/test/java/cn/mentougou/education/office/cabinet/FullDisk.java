package cn.mentougou.education.office.cabinet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.shared.Refusal;

/** Keeps a small content and a large one where the system lets no file grow large. */
public final class FullDisk {

	private FullDisk() {
	}

	/** Says what became of both and what lies there. */
	public static void run(String folder) throws IOException {
		TestKeys keys = new TestKeys();
		Path place = Path.of(folder);
		Cabinet cabinet = TestCabinets.in(place, keys.vault(), keys.lookupIndex(),
				new MovableClock(Instant.parse("2026-11-24T00:00:00Z")));
		System.out.println("RESULT " + keep(cabinet, place.resolve("large")));
		System.out.println("RESULT " + keep(cabinet, place.resolve("small")));
		try (Stream<Path> left = Files.list(place.resolve("files/incoming"))) {
			System.out.println("RESULT left " + left.count());
		}
	}

	private static String keep(Cabinet cabinet, Path clear) throws IOException {
		Address address = cabinet.addressOf(clear);
		try {
			cabinet.keep(address, clear);
		}
		catch (Refusal ex) {
			return ex.code() + " " + cabinet.holds(address);
		}
		try (InputStream content = cabinet.open(address)) {
			return "kept " + content.readAllBytes().length;
		}
	}

	/** The command that runs it with files of at most half a megabyte. */
	static List<String> command(Path folder) throws IOException {
		Path source = Files.writeString(folder.resolve("Run.java"), """
				class Run {
					public static void main(String[] folder) throws Exception {
						cn.mentougou.education.office.cabinet.FullDisk.run(folder[0]);
					}
				}
				""");
		return List.of("bash", "-c", "ulimit -f 512; exec \"$@\"", "bash",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-cp",
				System.getProperty("java.class.path"), source.toString(), folder.toString());
	}

}
