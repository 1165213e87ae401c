package cn.mentougou.education.office.privacy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Vaults for tests of other modules. */
public final class TestVault {

	private TestVault() {
	}

	/** A vault with keys of its own. */
	public static Vault random() {
		return new Vault(
				new PrivacyKeys(new PrivacyProperties(List.of(new PrivacyProperties.Key("test", key())), key())));
	}

	private static String key() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().encodeToString(key);
	}

}
