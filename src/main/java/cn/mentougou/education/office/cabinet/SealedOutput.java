package cn.mentougou.education.office.cabinet;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import cn.mentougou.education.office.privacy.Vault;

/**
 * Seals a content in pieces while it is written. Each piece is bound to its file, to its
 * number and to being the last one or not, so that none can be moved, left out or added.
 */
final class SealedOutput extends OutputStream {

	/** The first bytes of every sealed file. */
	static final int HEAD = 0x45414631;

	static final int PIECE = 64 * 1024;

	private final Vault vault;

	private final Address address;

	private final DataOutputStream out;

	private final byte[] piece = new byte[PIECE];

	private int filled;

	private int number;

	SealedOutput(Vault vault, Address address, OutputStream out) throws IOException {
		this.vault = vault;
		this.address = address;
		this.out = new DataOutputStream(out);
		this.out.writeInt(HEAD);
	}

	/** What a piece is bound to. */
	static byte[] place(Address address, int number, boolean last) {
		return ("cabinet:" + address.hex() + ":" + number + (last ? ":last" : "")).getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int written = 0;
		while (written < length) {
			if (this.filled == PIECE) {
				seal(false);
			}
			int some = Math.min(PIECE - this.filled, length - written);
			System.arraycopy(bytes, offset + written, this.piece, this.filled, some);
			this.filled += some;
			written += some;
		}
	}

	/** Seals the last piece, which may be empty. */
	void finish() throws IOException {
		seal(true);
		this.out.flush();
	}

	private void seal(boolean last) throws IOException {
		byte[] sealed = this.vault.seal(Arrays.copyOf(this.piece, this.filled),
				place(this.address, this.number++, last));
		this.out.writeInt(last ? -sealed.length : sealed.length);
		this.out.write(sealed);
		this.filled = 0;
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

}
