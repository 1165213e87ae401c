package cn.mentougou.education.office.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.office.backup.Table.Column;

/** The rows of a table as lines, and lines as rows; one row at a time in memory. */
final class Rows {

	private static final int BATCH = 500;

	/** What a batch may hold before it is sent, less than what servers accept. */
	private static final int BATCH_CHARACTERS = 1_000_000;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
			.build())
		.build();

	private Rows() {
	}

	/**
	 * Writes every row.
	 * @param sealed is shown each value that may be sealed
	 */
	static Count write(Connection connection, Table table, OutputStream out, Consumer<byte[]> sealed)
			throws SQLException, IOException {
		DigestOutputStream digest = new DigestOutputStream(out, Hashes.sha256());
		long rows = 0;
		try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY,
				ResultSet.CONCUR_READ_ONLY)) {
			// The driver's way to say: row by row, not all at once.
			statement.setFetchSize(Integer.MIN_VALUE);
			try (ResultSet row = statement.executeQuery(table.select())) {
				while (row.next()) {
					digest.write(JSON.writeValueAsBytes(values(row, table.columns(), sealed)));
					digest.write('\n');
					rows++;
				}
			}
		}
		return new Count(rows, Hashes.text(digest.getMessageDigest()));
	}

	private static @Nullable String[] values(ResultSet row, List<Column> columns, Consumer<byte[]> sealed)
			throws SQLException {
		@Nullable String[] values = new String[columns.size()];
		for (int i = 0; i < values.length; i++) {
			if (!columns.get(i).isBinary()) {
				values[i] = row.getString(i + 1);
				continue;
			}
			byte[] bytes = row.getBytes(i + 1);
			if (bytes != null) {
				values[i] = Base64.getEncoder().encodeToString(bytes);
				if (columns.get(i).maybeSealed()) {
					sealed.accept(bytes);
				}
			}
		}
		return values;
	}

	/** Inserts every line. */
	static void load(Connection connection, Table table, InputStream lines) throws SQLException, IOException {
		try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
			BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
			int waiting = 0;
			int characters = 0;
			String line;
			while ((line = reader.readLine()) != null) {
				bind(insert, table.columns(), JSON.readValue(line, String[].class));
				insert.addBatch();
				characters += line.length();
				if (++waiting == BATCH || characters > BATCH_CHARACTERS) {
					insert.executeBatch();
					waiting = 0;
					characters = 0;
				}
			}
			insert.executeBatch();
		}
	}

	private static void bind(PreparedStatement insert, List<Column> columns, @Nullable String[] values)
			throws SQLException {
		for (int i = 0; i < values.length; i++) {
			String value = values[i];
			if (value != null && columns.get(i).isBinary()) {
				insert.setBytes(i + 1, Base64.getDecoder().decode(value));
			}
			else {
				insert.setString(i + 1, value);
			}
		}
	}

	/** Counts lines without reading them as rows. */
	static Count count(InputStream lines) throws IOException {
		MessageDigest digest = Hashes.sha256();
		byte[] buffer = new byte[65536];
		long rows = 0;
		int length;
		while ((length = lines.read(buffer)) > 0) {
			digest.update(buffer, 0, length);
			for (int i = 0; i < length; i++) {
				rows += (buffer[i] == '\n') ? 1 : 0;
			}
		}
		return new Count(rows, Hashes.text(digest));
	}

	/**
	 * How many rows, and the SHA-256 over their lines.
	 *
	 * @param rows how many
	 * @param sha256 hexadecimal
	 */
	record Count(long rows, String sha256) {
	}

}
