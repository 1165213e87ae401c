package cn.mentougou.education.wechat.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inserts a group of rows in one commit. Plain JDBC and not a mapper: a group becomes one
 * statement of many rows in the driver, at a fraction of the cost of building it as text.
 */
class InboxWriter {

	private static final Logger logger = LoggerFactory.getLogger(InboxWriter.class);

	/** Duplicate key, deadlock, lock wait too long: the group was rolled back whole. */
	private static final Set<Integer> REFUSALS = Set.of(1062, 1213, 1205);

	private static final String INSERT_MESSAGE = """
			INSERT INTO inbox_message
			(message_key, app_id, kind, state, received_at, content, reply, outcome, turn, done_at, correlation_id)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private static final String INSERT_CLAIM = """
			INSERT INTO inbox_claim (message_key, owner, claim_number, claimed_until)
			VALUES (?, ?, 1, ?)
			""";

	private final DataSource dataSource;

	private final InboxMapper mapper;

	private final String owner;

	InboxWriter(DataSource dataSource, InboxMapper mapper, String owner) {
		this.dataSource = dataSource;
		this.mapper = mapper;
		this.owner = owner;
	}

	Result insert(List<InboxRow> rows) {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try {
				insertMessages(connection, rows);
				insertClaims(connection, rows.stream().filter((row) -> row.done() == null).toList());
			}
			catch (SQLException ex) {
				connection.rollback();
				throw ex;
			}
			connection.commit();
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
		try (PreparedStatement statement = connection.prepareStatement(INSERT_MESSAGE)) {
			for (InboxRow row : rows) {
				InboxEntry.Answered done = row.done();
				statement.setBytes(1, row.key().value());
				statement.setString(2, row.appId());
				statement.setString(3, row.kind());
				statement.setString(4, done == null ? InboxState.RECEIVED.name() : InboxState.DONE.name());
				statement.setTimestamp(5, Timestamp.from(row.receivedAt()));
				statement.setBytes(6, row.content());
				statement.setBytes(7, done == null ? null : done.reply());
				statement.setString(8, done == null ? null : done.outcome().name());
				statement.setString(9, done == null ? null : done.turn());
				statement.setTimestamp(10, done == null ? null : Timestamp.from(row.receivedAt()));
				statement.setString(11, row.correlationId());
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private void insertClaims(Connection connection, List<InboxRow> rows) throws SQLException {
		if (rows.isEmpty()) {
			return;
		}
		try (PreparedStatement statement = connection.prepareStatement(INSERT_CLAIM)) {
			for (InboxRow row : rows) {
				statement.setBytes(1, row.key().value());
				statement.setString(2, this.owner);
				statement.setTimestamp(3, row.claimedUntil() == null ? null : Timestamp.from(row.claimedUntil()));
				statement.addBatch();
			}
			statement.executeBatch();
		}
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
