package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says about itself. It is written last: a directory without it is no
 * backup.
 *
 * @param format the version of the format of backups
 * @param madeAt when the snapshot was taken, in UTC
 * @param migrations the migrations that the database had
 * @param keys the keys it was made under, without the keys
 * @param tables its tables
 * @param files its files
 * @param audit the head of the audit chain
 */
record Manifest(int format, String madeAt, List<Migration> migrations, Keys keys, List<Entry> tables, FileSum files,
		Head audit) {

	static final int FORMAT = 1;

	static final String NAME = "manifest.json";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** The manifest of this directory, or null if there is none that can be read. */
	static @Nullable Manifest read(Path directory) {
		Path file = directory.resolve(NAME);
		if (!Files.isRegularFile(file)) {
			return null;
		}
		try {
			Manifest manifest = JSON.readValue(file, Manifest.class);
			return (manifest.format() == FORMAT) ? manifest : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	void write(Path directory) throws IOException {
		Files.write(directory.resolve(NAME), JSON.writeValueAsBytes(this));
	}

	/** All rows. */
	long rows() {
		return this.tables.stream().mapToLong(Entry::rows).sum();
	}

	/**
	 * A migration that the database had.
	 *
	 * @param version its version
	 * @param checksum what Flyway calculates of its text
	 */
	record Migration(String version, int checksum) {
	}

	/**
	 * The keys that a restore needs.
	 *
	 * @param used the ids of the keys under which something in the backup is sealed
	 * @param check a text sealed under the current key
	 * @param indexCheck a text looked up by the index key
	 */
	record Keys(List<String> used, String check, String indexCheck) {
	}

	/**
	 * A table in the backup.
	 *
	 * @param name its name
	 * @param columns its columns, in the order of the values in each line
	 * @param nextNumber the number that the next row would get
	 * @param rows how many rows
	 * @param sha256 the hash over the lines, as {@code zcat | sha256sum} gives it
	 */
	record Entry(String name, List<String> columns, @Nullable Long nextNumber, long rows, String sha256) {

		String file() {
			return "tables/" + this.name + ".jsonl.gz";
		}

	}

	/**
	 * The files in the backup.
	 *
	 * @param count how many
	 * @param sha256 the hash of {@code files.sha256}
	 */
	record FileSum(long count, String sha256) {
	}

	/**
	 * How far the audit was sealed.
	 *
	 * @param position the last place; 0 if nothing was sealed
	 * @param hash its hash
	 */
	record Head(long position, String hash) {
	}

}
