package cn.mentougou.education.wechat.inbox;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A message's identity: made of what is equal in each of its redeliveries, most of it an
 * HMAC. It is the row's primary key.
 */
public final class MessageKey implements Comparable<MessageKey> {

	private final byte[] value;

	/** Takes the 32 bytes. */
	public MessageKey(byte[] value) {
		if (value.length != 32) {
			throw new IllegalArgumentException("a message key has 32 bytes");
		}
		this.value = value.clone();
	}

	/** The 32 bytes. */
	public byte[] value() {
		return this.value.clone();
	}

	/** The order of the primary key: rows inserted in it do not deadlock. */
	@Override
	public int compareTo(MessageKey other) {
		return Arrays.compareUnsigned(this.value, other.value);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof MessageKey key && Arrays.equals(this.value, key.value);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.value);
	}

	/** The first bytes, enough to find the row again. */
	@Override
	public String toString() {
		return HexFormat.of().formatHex(this.value, 4, 12);
	}

}
