package cn.mentougou.education.office.privacy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code education.privacy.*}.
 *
 * @param keys the encryption keys; the first encrypts, every one decrypts
 * @param indexKey the key of look-up values, Base64 of 32 bytes; it must never change,
 * since it is the identity of every stored message
 */
@ConfigurationProperties("education.privacy")
record PrivacyProperties(@DefaultValue List<Key> keys, @Nullable String indexKey) {

	/** Keeps the keys out of every log. */
	@Override
	public String toString() {
		return "PrivacyProperties" + this.keys;
	}

	/** One encryption key: a short id that stands in every sealed value, and 32 bytes. */
	record Key(@Nullable String id, @Nullable String key) {

		/** Keeps the key out of every log. */
		@Override
		public String toString() {
			return "Key[" + this.id + "]";
		}

	}

}
