package cn.mentougou.specimens;

import java.util.Set;
import java.util.TreeSet;

/**
 * A file with what has to become of it.
 *
 * @param title what it is
 * @param fileName the name under which it is sent
 * @param maker makes its content
 * @param refusal the code of its refusal; empty if it is taken
 * @param findings the codes of all that is to be found in it
 */
public record Specimen(String title, String fileName, Maker maker, String refusal, Set<String> findings) {

	/** One that is to be refused. */
	public static Specimen refused(String title, String fileName, String refusal, Maker maker) {
		return new Specimen(title, fileName, maker, refusal, Set.of());
	}

	/** One that is to be taken with exactly these findings. */
	public static Specimen taken(String title, String fileName, Maker maker, String... findings) {
		return new Specimen(title, fileName, maker, "", new TreeSet<>(Set.of(findings)));
	}

	@Override
	public String toString() {
		return this.title;
	}

	/** Makes the content of a file. */
	@FunctionalInterface
	public interface Maker {

		/** The content, made anew. */
		byte[] make() throws Exception;

	}

}
