package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as a sealed value, and right ones changed in any way: they open to what was
 * sealed, or not at all.
 */
public class VaultFuzz implements FuzzTarget {

	private static final byte[] PLACE = "inbox:1".getBytes(StandardCharsets.US_ASCII);

	private final Vault vault = new TestKeys().vault();

	private final byte[] sealed = this.vault.seal("您好".getBytes(StandardCharsets.UTF_8), PLACE);

	@Override
	public String name() {
		return "vault";
	}

	@Override
	public void accept(byte[] input) {
		assertThat(this.vault.open(this.vault.seal(input, PLACE), PLACE)).isEqualTo(input);
		open(input);
		open(changed(input));
	}

	private void open(byte[] value) {
		if (Arrays.equals(value, this.sealed)) {
			return;
		}
		try {
			this.vault.open(value, PLACE);
			throw new AssertionError("opened what was not sealed");
		}
		catch (Unsealable ex) {
			assertThat(ex.getMessage()).isNotBlank();
		}
	}

	/** A right value with the input laid over it, or cut, or longer. */
	private byte[] changed(byte[] input) {
		byte[] changed = Arrays.copyOf(this.sealed, Math.max(1, this.sealed.length + input.length % 5 - 2));
		for (int i = 0; i < input.length; i++) {
			changed[i % changed.length] ^= input[i];
		}
		return changed;
	}

	/** Heads of values: of this key, of others, of no key. */
	@Override
	public List<byte[]> madeSeeds() {
		return List.of(this.sealed, Arrays.copyOf(this.sealed, 20), new byte[] { 1, 4, 't', 'e', 's', 't' },
				new byte[] { 1, 127 }, new byte[] { 1, -1, 0 }, new byte[] { 2, 1, 'a' },
				new byte[] { 2, 1, 4, 't', 'e', 's', 't' }, new byte[] { 2, 2, 4, 't', 'e', 's', 't' },
				new byte[] { 2, 1, -1, 0 }, new byte[64]);
	}

}
