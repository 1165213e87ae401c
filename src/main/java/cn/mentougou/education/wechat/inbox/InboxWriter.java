package cn.mentougou.education.wechat.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inserts a group of rows in one commit. Plain JDBC and not a mapper: the statement of a
 * group is prepared by the server and sent in binary, at a fraction of the cost of text.
 */
class InboxWriter {

	private static final Logger logger = LoggerFactory.getLogger(InboxWriter.class);

	/** Duplicate key, deadlock, lock wait too long: the group was rolled back whole. */
	private static final Set<Integer> REFUSALS = Set.of(1062, 1213, 1205);

	private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

	/** For a group of n at n - 1; prepared by the server, each size once a connection. */
	private static final List<String> INSERT_MESSAGES = statements("""
			INSERT INTO inbox_message
			(message_key, app_id, kind, state, received_at, content, reply, outcome, turn, done_at, correlation_id)
			VALUES""", "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

	private static final List<String> INSERT_CLAIMS = statements("""
			INSERT INTO inbox_claim (message_key, owner, claim_number, claimed_until)
			VALUES""", "(?, ?, 1, ?)");

	private final DataSource dataSource;

	private final InboxMapper mapper;

	private final String owner;

	InboxWriter(DataSource dataSource, InboxMapper mapper, String owner) {
		this.dataSource = dataSource;
		this.mapper = mapper;
		this.owner = owner;
	}

	/** A group without claims is one statement, and so is its commit. */
	Result insert(List<InboxRow> rows) {
		List<InboxRow> claimed = rows.stream().filter((row) -> row.done() == null).toList();
		try (Connection connection = this.dataSource.getConnection()) {
			if (claimed.isEmpty()) {
				insertMessages(connection, rows);
			}
			else {
				insertBoth(connection, rows, claimed);
			}
			return Result.COMMITTED;
		}
		catch (SQLException ex) {
			if (REFUSALS.contains(ex.getErrorCode())) {
				return Result.REFUSED;
			}
			logger.warn("inbox: unknown outcome of a commit of {}: {} {}", rows.size(), ex.getSQLState(),
					ex.getErrorCode());
			return Result.UNKNOWN;
		}
	}

	private void insertBoth(Connection connection, List<InboxRow> rows, List<InboxRow> claimed) throws SQLException {
		connection.setAutoCommit(false);
		try {
			insertMessages(connection, rows);
			insertClaims(connection, claimed);
		}
		catch (SQLException ex) {
			connection.rollback();
			throw ex;
		}
		connection.commit();
	}

	/**
	 * Whether a row of ours stands there, or another's, or none.
	 * @return {@code true} if ours, {@code false} if a row with that key was there
	 * before, {@code null} if there is none
	 */
	@Nullable Boolean settled(InboxRow row) {
		byte[] key = row.key().value();
		if (this.mapper.find(key).isEmpty()) {
			return null;
		}
		// A row that is done may be ours: its reply is the one that counts either way.
		return row.done() == null && this.mapper.findClaimOwner(key).filter(this.owner::equals).isPresent();
	}

	private void insertMessages(Connection connection, List<InboxRow> rows) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(INSERT_MESSAGES.get(rows.size() - 1))) {
			int at = 1;
			for (InboxRow row : rows) {
				InboxEntry.Answered done = row.done();
				statement.setBytes(at++, row.key().value());
				statement.setString(at++, row.appId());
				statement.setString(at++, row.kind());
				statement.setString(at++, done == null ? InboxState.RECEIVED.name() : InboxState.DONE.name());
				statement.setObject(at++, time(row.receivedAt()));
				statement.setBytes(at++, row.content());
				statement.setBytes(at++, done == null ? null : done.reply());
				statement.setString(at++, done == null ? null : done.outcome().name());
				statement.setString(at++, done == null ? null : done.turn());
				statement.setObject(at++, done == null ? null : time(row.receivedAt()));
				statement.setString(at++, row.correlationId());
			}
			statement.executeUpdate();
		}
	}

	private void insertClaims(Connection connection, List<InboxRow> rows) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(INSERT_CLAIMS.get(rows.size() - 1))) {
			int at = 1;
			for (InboxRow row : rows) {
				statement.setBytes(at++, row.key().value());
				statement.setString(at++, this.owner);
				statement.setObject(at++, time(Objects.requireNonNull(row.claimedUntil())));
			}
			statement.executeUpdate();
		}
	}

	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, BEIJING);
	}

	private static List<String> statements(String insert, String row) {
		return IntStream.rangeClosed(1, GroupCommit.MOST)
			.mapToObj((size) -> insert + " " + String.join(", ", Collections.nCopies(size, row)))
			.toList();
	}

	/** What became of a group. */
	enum Result {

		/** All rows are there. */
		COMMITTED,

		/** None is there, and at least one cannot be. */
		REFUSED,

		/** The connection broke: all are there, or none. */
		UNKNOWN

	}

}
