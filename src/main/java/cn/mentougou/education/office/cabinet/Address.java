package cn.mentougou.education.office.cabinet;

import java.util.HexFormat;

/**
 * Where a content lies: an HMAC of its hash, so that equal contents share a place and
 * nobody who sees the name can tell the content.
 *
 * @param hex 64 hexadecimal digits
 */
public record Address(String hex) {

	/** Refuses what could be a path. */
	public Address {
		if (!hex.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("not an address");
		}
	}

	static Address of(byte[] hmac) {
		return new Address(HexFormat.of().formatHex(hmac));
	}

}
