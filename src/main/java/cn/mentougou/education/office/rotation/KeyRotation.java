package cn.mentougou.education.office.rotation;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Vault;

/**
 * Walks through registers. Where it stopped stands in the values themselves: killed at
 * any point, it begins again and passes over what is sealed anew.
 */
class KeyRotation {

	/** Somebody may change a value at the very moment; the next walk finds it. */
	private static final int MOST_WALKS = 3;

	private static final long PAUSE_NANOS = 2_000_000;

	private final Vault vault;

	private final TransactionTemplate transaction;

	KeyRotation(Vault vault, TransactionTemplate transaction) {
		this.vault = vault;
		this.transaction = transaction;
	}

	/**
	 * Seals a register's values again.
	 * @param progress is told after each step how many values were looked at
	 */
	Outcome rotate(SealedRegister register, Consumer<Long> progress) {
		long resealed = 0;
		for (int walk = 1; walk <= MOST_WALKS; walk++) {
			Resealing resealing = walk(register, progress);
			resealed += resealing.resealed();
			if (resealing.left().isEmpty() || walk == MOST_WALKS) {
				return new Outcome(resealing.seen(), resealed, new TreeMap<>(resealing.left()));
			}
		}
		throw new IllegalStateException("unreachable");
	}

	private Resealing walk(SealedRegister register, Consumer<Long> progress) {
		Resealing resealing = new Resealing(this.vault);
		String after = "";
		do {
			String from = after;
			String next = this.transaction.execute((status) -> register.reseal(from, resealing));
			after = (next != null) ? next : "";
			progress.accept(resealing.seen());
			LockSupport.parkNanos(PAUSE_NANOS);
		}
		while (!after.isEmpty());
		return resealing;
	}

	/**
	 * What became of a register.
	 *
	 * @param seen how many sealed values it keeps
	 * @param resealed how many were sealed again
	 * @param left how many stay under other keys, by the key's id
	 */
	record Outcome(long seen, long resealed, Map<String, Long> left) {
	}

}
