package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

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
	void vaultStillWorksAfterAFailure() {
		byte[] sealed = this.vault.seal("您好", "inbox:1");
		assertThatExceptionOfType(Unsealable.class).isThrownBy(() -> this.vault.open(sealed, "elsewhere"));
		assertThat(this.vault.open(sealed, "inbox:1")).isEqualTo("您好");
	}

}
