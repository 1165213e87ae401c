package cn.mentougou.education.office.privacy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class LookupIndexTests {

	private final LookupIndex index = new TestKeys().lookupIndex();

	@Test
	void equalValuesAreFound() {
		assertThat(this.index.of("wechat.message", "wx1", "42")).hasSize(LookupIndex.LENGTH)
			.isEqualTo(this.index.of("wechat.message", "wx1", "42"));
	}

	@Test
	void otherDomainPartOrBoundaryIsAnotherValue() {
		byte[] value = this.index.of("wechat.message", "wx1", "42");
		assertThat(this.index.of("wechat.event", "wx1", "42")).isNotEqualTo(value);
		assertThat(this.index.of("wechat.message", "wx1", "43")).isNotEqualTo(value);
		assertThat(this.index.of("wechat.message", "wx14", "2")).isNotEqualTo(value);
		assertThat(this.index.of("wechat.message", "wx1", "42", "")).isNotEqualTo(value);
	}

	@Test
	void otherKeyGivesAnotherValue() {
		assertThat(new TestKeys().lookupIndex().of("a", "b")).isNotEqualTo(this.index.of("a", "b"));
	}

	/**
	 * Stored values are the identity of messages, so the way they are made must not
	 * change unnoticed; the value was reckoned by another program.
	 */
	@Test
	void valueIsTheHmacOfTheMeasuredParts() {
		byte[] key = new byte[32];
		IntStream.range(0, 32).forEach((at) -> key[at] = (byte) (at * 7 + 1));
		LookupIndex known = new LookupIndex(new PrivacyKeys(new PrivacyProperties(
				List.of(new PrivacyProperties.Key("test", TestKeys.key())), Base64.getEncoder().encodeToString(key))));
		assertThat(HexFormat.of().formatHex(known.of("wechat.message", "wx1", "消息")))
			.isEqualTo("f024b7fbf33981217560fc37a2516701d26e51ea7d949196706d1b127171c2be");
	}

	@Test
	void callThatBrokeOffDoesNotColourTheNextValue() {
		byte[] value = this.index.of("wechat.message", "wx1");
		assertThatNullPointerException().isThrownBy(() -> this.index.of("wechat.message", "wx1", nothing()));
		assertThat(this.index.of("wechat.message", "wx1")).isEqualTo(value);
	}

	@SuppressWarnings("NullAway")
	private static String nothing() {
		return null;
	}

	@Test
	void threadsDoNotDisturbEachOther() {
		byte[] value = this.index.of("wechat.message", "wx1");
		assertThat(IntStream.range(0, 2000).parallel().mapToObj((number) -> {
			this.index.of("wechat.message", "other" + number);
			return this.index.of("wechat.message", "wx1");
		})).allMatch((other) -> Arrays.equals(other, value));
	}

}
