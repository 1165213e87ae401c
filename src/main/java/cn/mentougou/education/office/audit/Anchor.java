package cn.mentougou.education.office.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The head of the chain on one day. Kept elsewhere too, it shows even that somebody wrote
 * the whole chain anew or cut off its end.
 *
 * @param anchoredOn the day
 * @param anchoredAt when
 * @param position how many entries were sealed
 * @param hash the hash of the last one
 */
public record Anchor(LocalDate anchoredOn, Instant anchoredAt, long position, byte[] hash) {

	/** An anchor that was kept elsewhere: only its place and its hash are known. */
	public static Anchor kept(long position, String hash) {
		return new Anchor(LocalDate.EPOCH, Instant.EPOCH, position, HexFormat.of().parseHex(hash));
	}

	/** The hash as people copy it. */
	public String hashText() {
		return HexFormat.of().formatHex(this.hash);
	}

}
