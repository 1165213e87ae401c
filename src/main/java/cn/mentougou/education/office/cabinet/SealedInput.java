package cn.mentougou.education.office.cabinet;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;

/** Opens a sealed content piece by piece; a changed one breaks off with an exception. */
final class SealedInput extends InputStream {

	private static final int MOST_SEALED = SealedOutput.PIECE + 256;

	private final Vault vault;

	private final Address address;

	private final DataInputStream in;

	private byte[] piece = new byte[0];

	private int given;

	private int number;

	private boolean ended;

	SealedInput(Vault vault, Address address, InputStream in) throws IOException {
		this.vault = vault;
		this.address = address;
		this.in = new DataInputStream(in);
		if (this.in.readInt() != SealedOutput.HEAD) {
			throw new IOException("not a file of the cabinet");
		}
	}

	/** A piece of this length, which is negative for the last one, as it lies there. */
	static byte[] next(DataInputStream in, int length) throws IOException {
		int size = Math.abs(length);
		if (size == 0 || size > MOST_SEALED) {
			throw new IOException("not a file of the cabinet");
		}
		return in.readNBytes(size);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (this.given == this.piece.length) {
			if (this.ended) {
				return -1;
			}
			open();
		}
		int some = Math.min(length, this.piece.length - this.given);
		System.arraycopy(this.piece, this.given, bytes, offset, some);
		this.given += some;
		return some;
	}

	private void open() throws IOException {
		int length;
		try {
			length = this.in.readInt();
		}
		catch (EOFException ex) {
			throw new IOException("the end of the file is missing", ex);
		}
		this.ended = length < 0;
		try {
			this.piece = this.vault.open(next(this.in, length),
					SealedOutput.place(this.address, this.number++, this.ended));
		}
		catch (Unsealable ex) {
			throw new IOException("the file was changed", ex);
		}
		this.given = 0;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
