package cn.mentougou.education.office.privacy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** A vault and a look-up index with keys that exist only in this test. */
public final class TestKeys {

	private final PrivacyKeys keys = new PrivacyKeys(
			new PrivacyProperties(List.of(new PrivacyProperties.Key("test", key())), key()));

	/** A vault with these keys. */
	public Vault vault() {
		return new Vault(this.keys);
	}

	/** A look-up index with these keys. */
	public LookupIndex lookupIndex() {
		return new LookupIndex(this.keys);
	}

	/** Vaults of one pair of keys: under the old one alone, and after it was rotated. */
	public static Vault[] beforeAndAfterRotation() {
		PrivacyProperties.Key old = new PrivacyProperties.Key("old", key());
		PrivacyProperties.Key fresh = new PrivacyProperties.Key("new", key());
		return new Vault[] { new Vault(new PrivacyKeys(new PrivacyProperties(List.of(old), key()))),
				new Vault(new PrivacyKeys(new PrivacyProperties(List.of(fresh, old), key()))) };
	}

	static String key() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

}
