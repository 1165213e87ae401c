package cn.mentougou.education.office.credential;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Bytes as the letters that authenticator applications take (RFC 4648, 6). */
final class Base32 {

	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BITS = 5;

	private Base32() {
	}

	static String of(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		int buffer = 0;
		int bits = 0;
		for (byte next : bytes) {
			buffer = buffer << Byte.SIZE | next & 0xFF;
			bits += Byte.SIZE;
			while (bits >= BITS) {
				bits -= BITS;
				text.append(LETTERS.charAt(buffer >> bits & 0x1F));
			}
			buffer &= (1 << bits) - 1;
		}
		if (bits > 0) {
			text.append(LETTERS.charAt(buffer << BITS - bits & 0x1F));
		}
		return text.toString();
	}

	/**
	 * The bytes of a text; spaces and padding make no difference.
	 * @throws IllegalArgumentException if it holds another character
	 */
	static byte[] bytes(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int buffer = 0;
		int bits = 0;
		for (char letter : text.toUpperCase(Locale.ROOT).replaceAll("[\\s=-]", "").toCharArray()) {
			int value = LETTERS.indexOf(letter);
			if (value < 0) {
				throw new IllegalArgumentException("not a letter of Base32");
			}
			buffer = buffer << BITS | value;
			bits += BITS;
			if (bits >= Byte.SIZE) {
				bits -= Byte.SIZE;
				bytes.write(buffer >> bits & 0xFF);
				buffer &= (1 << bits) - 1;
			}
		}
		return bytes.toByteArray();
	}

}
