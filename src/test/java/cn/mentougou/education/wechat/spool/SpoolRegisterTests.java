package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;

import static org.assertj.core.api.Assertions.assertThat;

class SpoolRegisterTests {

	private final Vault[] vaults = TestKeys.beforeAndAfterRotation();

	private final Resealing resealing = new Resealing(this.vaults[1]);

	@TempDir
	private Path directory;

	@Test
	void whatWaitsUnderAnOldKeyIsTold() throws IOException {
		try (Spool spool = new Spool(this.vaults[0], this.directory, 1 << 20)) {
			spool.append(new SpooledPush("wx1", "oMother", Instant.EPOCH, "c", new byte[] { 1 }));
			assertThat(new SpoolRegister(this.directory).reseal("", this.resealing)).isEmpty();
		}
		assertThat(this.resealing.left()).isEqualTo(Map.of("old", 1L));
	}

	@Test
	void nothingWaitsWhereThereIsNoFolder() {
		assertThat(new SpoolRegister(this.directory.resolve("none")).reseal("", this.resealing)).isEmpty();
		assertThat(this.resealing.seen()).isZero();
	}

}
