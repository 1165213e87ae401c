package cn.mentougou.education.wechat.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import cn.mentougou.education.office.privacy.Vault;

/** The desk of the dead letters. */
public class DeadLetters {

	private static final int LONGEST_REASON = 200;

	private final DeadLetterMapper mapper;

	private final Vault vault;

	DeadLetters(DeadLetterMapper mapper, Vault vault) {
		this.mapper = mapper;
		this.vault = vault;
	}

	/**
	 * Keeps a message that went wrong; the same message is kept once.
	 * @param letter the message; its id and attempts do not matter
	 */
	public void keep(DeadLetter letter) {
		this.mapper.insert(new DeadLetterMapper.Row(0, letter.messageKey(), letter.appId(), letter.kind(),
				shortened(letter.reason()), this.vault.seal(letter.xml(), place(letter.messageKey())), 1,
				letter.receivedAt(), letter.correlationId()));
	}

	/** Those that wait for a person, newest first. */
	public List<DeadLetter> open(int limit) {
		return this.mapper.listOpen(limit).stream().map(this::opened).toList();
	}

	/** How many wait for a person. */
	public int count() {
		return this.mapper.countOpen();
	}

	/** One that waits for a person. */
	public Optional<DeadLetter> find(long id) {
		return this.mapper.findOpen(id).map(this::opened);
	}

	/**
	 * Ends a dead letter, inside the transaction of the work that was done for it.
	 * @return {@code false} if somebody else ended it before
	 */
	public boolean settle(long id) {
		return this.mapper.settle(id) == 1;
	}

	/**
	 * Ends a dead letter that nobody will run again.
	 * @return {@code false} if somebody else ended it before
	 */
	public boolean setAside(long id) {
		return this.mapper.setAside(id) == 1;
	}

	/** Records that it went wrong again. */
	public void failedAgain(long id, String reason) {
		this.mapper.failAgain(id, shortened(reason));
	}

	/**
	 * What went wrong, in words of the program: the exception's type and where it was
	 * thrown. Its message may quote what a person wrote and is left out.
	 */
	public static String reasonOf(Throwable thrown) {
		StackTraceElement[] trace = thrown.getStackTrace();
		return thrown.getClass().getSimpleName() + (trace.length == 0 ? ""
				: " at " + trace[0].getClassName() + "." + trace[0].getMethodName() + ":" + trace[0].getLineNumber());
	}

	/** The letter of a row, in clear. */
	DeadLetter opened(DeadLetterMapper.Row row) {
		return new DeadLetter(row.id(), row.messageKey(), row.appId(), row.kind(), row.reason(),
				this.vault.open(row.content(), place(row.messageKey())), row.attempts(), row.receivedAt(),
				row.correlationId());
	}

	/** Where its content stands. */
	static byte[] place(byte[] messageKey) {
		return ("dead_letter.content:" + HexFormat.of().formatHex(messageKey)).getBytes(StandardCharsets.US_ASCII);
	}

	private static String shortened(String reason) {
		return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
	}

}
