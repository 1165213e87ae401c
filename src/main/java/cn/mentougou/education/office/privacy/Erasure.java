package cn.mentougou.education.office.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * What became, or would become, of a person's data in a register.
 *
 * @param rows how many rows were erased
 * @param kept what stays and why
 */
public record Erasure(int rows, List<Kept> kept) {

	/** There was nothing. */
	public static final Erasure NOTHING = new Erasure(0, List.of());

	/** Copies what was kept. */
	public Erasure {
		kept = List.copyOf(kept);
	}

	/** Rows were erased and nothing was kept. */
	public static Erasure of(int rows) {
		return new Erasure(rows, List.of());
	}

	/** The same with something that stays; nothing if there are no such rows. */
	public Erasure keeping(int keptRows, String reason) {
		if (keptRows == 0) {
			return this;
		}
		List<Kept> more = new ArrayList<>(this.kept);
		more.add(new Kept(keptRows, reason));
		return new Erasure(this.rows, more);
	}

	/**
	 * Rows that stay.
	 *
	 * @param rows how many
	 * @param reason why, and until when, in Chinese and without personal data
	 */
	public record Kept(int rows, String reason) {
	}

}
