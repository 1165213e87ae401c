package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Seals old values again under the first key and counts under which keys the others stay.
 */
public class Resealing {

	private final Vault vault;

	private final Map<String, Long> left = new TreeMap<>();

	private long seen;

	private long resealed;

	/** Begins with nothing counted. */
	public Resealing(Vault vault) {
		this.vault = vault;
	}

	/**
	 * Seals the value again if it stands under another key than the first.
	 * @param sealed the value as it stands, or null if there is none
	 * @param place the place that it is bound to
	 * @param exchange puts the new value in the place of the old one, if that still
	 * stands there
	 */
	public void value(byte @Nullable [] sealed, byte[] place, Exchange exchange) {
		if (sealed == null) {
			return;
		}
		this.seen++;
		if (this.vault.isCurrent(sealed)) {
			return;
		}
		try {
			if (exchange.exchange(sealed, this.vault.seal(this.vault.open(sealed, place), place)) == 1) {
				this.resealed++;
				return;
			}
		}
		catch (Unsealable ex) {
			// Its key is not configured, or it is spoilt: it stays, and is counted.
		}
		left(sealed);
	}

	/** {@link #value(byte[], byte[], Exchange)} at a place that is a text. */
	public void value(byte @Nullable [] sealed, String place, Exchange exchange) {
		value(sealed, place.getBytes(StandardCharsets.UTF_8), exchange);
	}

	/** Looks at a value that cannot be sealed again from here and soon goes by itself. */
	public void waiting(byte[] sealed) {
		this.seen++;
		if (!this.vault.isCurrent(sealed)) {
			left(sealed);
		}
	}

	private void left(byte[] sealed) {
		String key;
		try {
			key = this.vault.keyIdOf(sealed);
		}
		catch (Unsealable ex) {
			key = "?";
		}
		this.left.merge(key, 1L, Long::sum);
	}

	/** How many values were looked at. */
	public long seen() {
		return this.seen;
	}

	/** How many were sealed again. */
	public long resealed() {
		return this.resealed;
	}

	/**
	 * How many stay under which key: somebody changed them at this very moment, or their
	 * key is not configured. {@code ?} for what is no sealed value.
	 */
	public Map<String, Long> left() {
		return Map.copyOf(this.left);
	}

	/** Compare and set of one value. */
	public interface Exchange {

		/**
		 * Writes the new value where the old one still stands; how many rows that was.
		 */
		int exchange(byte[] before, byte[] after);

	}

}
