package cn.mentougou.education.office.privacy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResealingTests {

	private final Vault[] vaults = TestKeys.beforeAndAfterRotation();

	private final Resealing resealing = new Resealing(this.vaults[1]);

	private byte[] stored = new byte[0];

	@Test
	void oldValueIsSealedAnewOnce() {
		this.stored = this.vaults[0].seal("您好", "here");
		reseal();
		reseal();
		assertThat(this.vaults[1].keyIdOf(this.stored)).isEqualTo("new");
		assertThat(this.vaults[1].open(this.stored, "here")).isEqualTo("您好");
		assertThat(this.resealing.seen()).isEqualTo(2);
		assertThat(this.resealing.resealed()).isOne();
		assertThat(this.resealing.left()).isEmpty();
	}

	@Test
	void valueThatSomebodyChangesMeanwhileStaysAndIsCounted() {
		this.resealing.value(this.vaults[0].seal("您好", "here"), "here", (before, after) -> 0);
		assertThat(this.resealing.left()).isEqualTo(Map.of("old", 1L));
	}

	@Test
	void whatCannotBeOpenedIsCountedUnderItsKey() {
		this.resealing.value(new TestKeys().vault().seal("您好", "here"), "here", (before, after) -> 1);
		this.resealing.value(this.vaults[0].seal("您好", "elsewhere"), "here", (before, after) -> 1);
		this.resealing.value(new byte[] { 9 }, "here", (before, after) -> 1);
		this.resealing.value(null, "here", (before, after) -> 1);
		assertThat(this.resealing.left()).isEqualTo(Map.of("test", 1L, "old", 1L, "?", 1L));
		assertThat(this.resealing.resealed()).isZero();
	}

	private void reseal() {
		this.resealing.value(this.stored, "here", (before, after) -> {
			this.stored = after;
			return 1;
		});
	}

}
