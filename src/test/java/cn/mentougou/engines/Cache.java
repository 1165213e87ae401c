package cn.mentougou.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that are costly to make and are made once: unpacked binaries and the empty
 * database they are started with. {@code mvn clean} forgets them.
 */
final class Cache {

	private static final Path ROOT = Path.of(System.getProperty("basedir", ""), "target", "engines").toAbsolutePath();

	private Cache() {
	}

	/**
	 * Makes the folder beside its place and moves it there in one step, so that of two
	 * JVMs that make it at the same time one wins and both find it whole.
	 */
	static Path folder(String name, Maker maker) throws IOException {
		Path place = ROOT.resolve(name);
		if (Files.isDirectory(place)) {
			return place;
		}
		Files.createDirectories(ROOT);
		Path draft = Files.createTempDirectory(ROOT, name + "-");
		try {
			maker.fill(draft);
			Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			if (!Files.isDirectory(place)) {
				throw ex;
			}
		}
		finally {
			delete(draft);
		}
		return place;
	}

	/** A folder for one run; whoever takes it removes it. */
	static Path temporaryFolder(String name) throws IOException {
		return Files.createTempDirectory(Files.createDirectories(ROOT.resolve("run")), name + "-");
	}

	static void copy(Path from, Path to) throws IOException {
		for (Path source : everythingIn(from)) {
			Files.copy(source, to.resolve(from.relativize(source).toString()));
		}
	}

	static void delete(Path folder) {
		try {
			for (Path file : everythingIn(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> everythingIn(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.toList();
		}
	}

	/** Puts the content into a folder that nobody else sees yet. */
	interface Maker {

		void fill(Path folder) throws IOException;

	}

}
