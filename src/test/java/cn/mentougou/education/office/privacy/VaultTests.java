package cn.mentougou.education.office.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.RandomBytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultTests {

	private static final PrivacyProperties.Key OLD = new PrivacyProperties.Key("2025", TestKeys.key());

	private static final PrivacyProperties.Key NEW = new PrivacyProperties.Key("2026", TestKeys.key());

	private final Vault vault = vault(OLD);

	private static Vault vault(PrivacyProperties.Key... keys) {
		return new Vault(new PrivacyKeys(new PrivacyProperties(List.of(keys), TestKeys.key())));
	}

	@Test
	void sealedTextOpensAtItsPlace() {
		for (String text : List.of("您好，孩子今天请假。😊", "", "a".repeat(5000))) {
			assertThat(this.vault.open(this.vault.seal(text, "inbox:1"), "inbox:1")).isEqualTo(text);
		}
	}

	@Test
	void sealedTextShowsNothingAndNeverLooksTheSame() {
		byte[] one = this.vault.seal("13800000000", "inbox:1");
		assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("138");
		assertThat(this.vault.seal("13800000000", "inbox:1")).isNotEqualTo(one);
	}

	@Test
	void valueMovedToAnotherPlaceDoesNotOpen() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(sealed, "inbox:2"));
	}

	@Test
	void changeOfAnyByteIsNoticed() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		assertThat(IntStream.range(0, sealed.length)).allSatisfy((at) -> {
			byte[] changed = sealed.clone();
			changed[at] ^= (byte) 0x81;
			assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(changed, "inbox:1"));
		});
	}

	@Test
	void cutValueIsNoticed() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		assertThat(IntStream.range(0, sealed.length)).allSatisfy((length) -> assertThatExceptionOfType(Unsealable.class)
			.isThrownBy(() -> this.vault.open(Arrays.copyOf(sealed, length), "inbox:1")));
	}

	@Test
	void oldValuesOpenAfterANewFirstKey() {
		byte[] old = this.vault.seal("旧", "inbox:1");
		Vault rotated = vault(NEW, OLD);
		assertThat(rotated.open(old, "inbox:1")).isEqualTo("旧");
		byte[] fresh = rotated.seal("新", "inbox:1");
		assertThat(vault(NEW).open(fresh, "inbox:1")).isEqualTo("新");
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(fresh, "inbox:1"));
	}

	@Test
	void otherKeyUnderTheSameIdDoesNotOpen() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		Vault other = vault(new PrivacyProperties.Key("2025", TestKeys.key()));
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> other.open(sealed, "inbox:1"));
	}

	@Test
	void valueOfTheFirstVersionStillOpens() throws GeneralSecurityException {
		byte[] nonce = RandomBytes.take(12);
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		byte[] key = Base64.getDecoder().decode(OLD.key());
		cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
		cipher.updateAAD("inbox:1".getBytes(StandardCharsets.UTF_8));
		byte[] secret = cipher.doFinal("您好".getBytes(StandardCharsets.UTF_8));
		byte[] first = ByteBuffer.allocate(2 + 4 + 12 + secret.length)
			.put((byte) 1)
			.put((byte) 4)
			.put("2025".getBytes(StandardCharsets.US_ASCII))
			.put(nonce)
			.put(secret)
			.array();
		assertThat(this.vault.open(first, "inbox:1")).isEqualTo("您好");
		assertThat(this.vault.isCurrent(first)).isFalse();
		assertThat(this.vault.keyIdOf(first)).isEqualTo("2025");
	}

	@Test
	void valueTellsItsAlgorithmAndItsKey() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		assertThat(sealed).startsWith(2, 1, 4, '2', '0', '2', '5');
		assertThat(this.vault.keyIdOf(sealed)).isEqualTo("2025");
		assertThat(this.vault.isCurrent(sealed)).isTrue();
		assertThat(vault(NEW, OLD).isCurrent(sealed)).isFalse();
		assertThat(vault(NEW, OLD).keyIds()).containsExactly("2026", "2025");
	}

	@Test
	void algorithmThatIsNotKnownHereDoesNotOpen() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		sealed[1] = 2;
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(sealed, "inbox:1"));
	}

	@Test
	void headIsBoundToTheContent() {
		byte[] sealed = this.vault.seal("您好".getBytes(StandardCharsets.UTF_8), new byte[] { 7 });
		byte[] asFirstVersion = Arrays.copyOfRange(sealed, 1, sealed.length);
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(asFirstVersion, new byte[] { 7 }));
	}

	@Test
	void vaultStillWorksAfterAFailure() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(sealed, "elsewhere"));
		assertThat(this.vault.open(sealed, "inbox:1")).isEqualTo("您好");
	}

}
