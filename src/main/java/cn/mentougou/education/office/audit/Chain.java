package cn.mentougou.education.office.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The formula of the chain, which anybody can calculate again from an export: SHA-256
 * over the 32 bytes of the hash before (zeros at the beginning) and, for each column in
 * the order of {@link #text}, the length of its UTF-8 bytes, a colon and these bytes.
 * Times are UTC with three decimals. The lengths keep one column from flowing into the
 * next.
 */
final class Chain {

	/** What stands before the first seal. */
	static final byte[] BEGINNING = new byte[32];

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private Chain() {
	}

	/** The hash of the entry at this position, when the one before has that hash. */
	static byte[] hash(byte[] previous, long position, Instant sealedAt, RecordedAct act) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(previous);
			return digest.digest(text(position, sealedAt, act).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A time as it stands in the text and in the export. */
	static String time(Instant at) {
		return TIME.format(at);
	}

	private static String text(long position, Instant sealedAt, RecordedAct act) {
		StringBuilder text = new StringBuilder(400);
		List<String> columns = List.of(Long.toString(position), time(sealedAt), Long.toString(act.id()),
				time(act.happenedAt()), act.actorKind(), Long.toString(act.actorId()), act.cameFrom(), act.action(),
				act.objectKind(), act.objectId(), act.outcome(), act.details());
		for (String column : columns) {
			text.append(column.getBytes(StandardCharsets.UTF_8).length).append(':').append(column);
		}
		return text.toString();
	}

}
