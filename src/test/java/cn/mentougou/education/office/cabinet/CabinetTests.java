package cn.mentougou.education.office.cabinet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CabinetTests {

	private static final int PIECE = SealedOutput.PIECE;

	private final MovableClock clock = new MovableClock(Instant.now());

	private final TestKeys keys = new TestKeys();

	private final LookupIndex index = this.keys.lookupIndex();

	@TempDir
	private Path folder;

	private Cabinet cabinet;

	private CabinetRooms rooms;

	@BeforeEach
	void open() {
		this.cabinet = TestCabinets.in(this.folder, this.keys.vault(), this.index, this.clock);
		this.rooms = TestCabinets.rooms(this.folder, this.clock, 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, PIECE - 1, PIECE, PIECE + 1, 5 * PIECE + 7 })
	void whatIsKeptComesBackAndLiesSealed(int length) throws IOException {
		byte[] content = content(length);
		Address address = keep(content);
		assertThat(read(address)).isEqualTo(content);
		String lying = Files.readString(this.rooms.placeOf(address), StandardCharsets.ISO_8859_1);
		assertThat(lying.length()).isGreaterThan(length);
	}

	@Test
	void sameContentIsKeptOnceAndItsNameTellsNothing() throws IOException {
		Address first = keep(content(100));
		FileTime written = Files.getLastModifiedTime(this.rooms.placeOf(first));
		assertThat(keep(content(100))).isEqualTo(first);
		assertThat(Files.getLastModifiedTime(this.rooms.placeOf(first))).isEqualTo(written);
		assertThat(files()).hasSize(1);
		Cabinet foreign = TestCabinets.in(this.folder, this.keys.vault(), new TestKeys().lookupIndex(), this.clock);
		assertThat(foreign.addressOf(clear(content(100)))).isNotEqualTo(first);
	}

	@Test
	void changedPieceIsNoticed() throws IOException {
		Address address = keep(content(3 * PIECE));
		byte[] lying = Files.readAllBytes(this.rooms.placeOf(address));
		lying[lying.length / 2] ^= 1;
		Files.write(this.rooms.placeOf(address), lying);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(address));
	}

	@Test
	void missingEndIsNoticed() throws IOException {
		Address address = keep(content(2 * PIECE));
		byte[] lying = Files.readAllBytes(this.rooms.placeOf(address));
		int piece = 4 + 4 + (lying.length - 4) / 2;
		for (int length : List.of(piece, lying.length - 1, lying.length / 2, 4)) {
			Files.write(this.rooms.placeOf(address), Arrays.copyOf(lying, length));
			assertThatExceptionOfType(IOException.class).as("%d bytes", length).isThrownBy(() -> read(address));
		}
	}

	@Test
	void piecesKeepTheirOrderAndTheirFile() throws IOException {
		Address address = keep(content(3 * PIECE));
		byte[] lying = Files.readAllBytes(this.rooms.placeOf(address));
		int whole = 4 + Math.abs(java.nio.ByteBuffer.wrap(lying).getInt(4));
		byte[] swapped = lying.clone();
		System.arraycopy(lying, 4, swapped, 4 + whole, whole);
		System.arraycopy(lying, 4 + whole, swapped, 4, whole);
		Files.write(this.rooms.placeOf(address), swapped);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(address));
		Address other = keep(content(10));
		Files.write(this.rooms.placeOf(other), lying);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(other));
	}

	@Test
	void interruptedUploadLeavesNothingAfterTheSweep() throws IOException {
		keep(content(10));
		Path part = Files.writeString(this.rooms.incoming().resolve("00ff.part"), "half");
		Path scratch = this.cabinet.scratch();
		assertThat(this.cabinet.sweep()).isZero();
		this.clock.advance(Duration.ofMinutes(61));
		assertThat(this.cabinet.sweep()).isEqualTo(2);
		assertThat(part).doesNotExist();
		assertThat(scratch).doesNotExist();
		assertThat(files()).hasSize(1);
	}

	@Test
	void nothingIsWrittenWhereTheMarkHasVanished() throws IOException {
		keep(content(10));
		Files.delete(this.rooms.directory().resolve(CabinetRooms.MARK));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> keep(content(11)));
		Cabinet restarted = TestCabinets.in(this.folder.resolve("unmounted"), this.keys.vault(), this.index,
				this.clock);
		restarted.expectMark();
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> restarted.keep(restarted.addressOf(clear(content(12))), clear(content(12))))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("attachment.no-space"));
	}

	@Test
	void fullDiskRefusesBeforeAnythingIsWritten() throws IOException {
		Cabinet full = TestCabinets.full(this.folder, this.keys.vault(), this.index, this.clock);
		Path scratch = full.scratch();
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> full.take(new ByteArrayInputStream(content(10)), scratch, 1000, "too-large"))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("attachment.no-space"));
		assertThat(scratch).isEmptyFile();
	}

	@Test
	void tooLongContentIsRefusedWhileItComes() {
		Path scratch = this.cabinet.scratch();
		InputStream endless = new InputStream() {
			@Override
			public int read() {
				return 7;
			}
		};
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.cabinet.take(endless, scratch, 2 << 20, "attachment.too-large"))
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly(2L));
	}

	@Test
	void contentIsSealedAgainUnderTheNewestKey() throws IOException {
		Vault[] vaults = TestKeys.beforeAndAfterRotation();
		Cabinet before = TestCabinets.in(this.folder, vaults[0], this.index, this.clock);
		Path clear = clear(content(2 * PIECE));
		Address address = before.addressOf(clear);
		before.keep(address, clear);
		Cabinet after = TestCabinets.in(this.folder, vaults[1], this.index, this.clock);
		assertThat(vaults[1].isCurrent(after.sealOf(address).sealed())).isFalse();
		after.reseal(address);
		assertThat(vaults[1].isCurrent(after.sealOf(address).sealed())).isTrue();
		try (InputStream content = after.open(address)) {
			assertThat(content.readAllBytes()).isEqualTo(content(2 * PIECE));
		}
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> before.open(address).readAllBytes());
	}

	@Test
	void publishedCopyLiesInClearUntilItIsWithdrawn() throws IOException {
		Address address = keep(content(100));
		String name = "0123456789abcdef0123456789abcdef";
		this.cabinet.publish(address, name);
		assertThat(this.rooms.publicPlaceOf(name)).hasBinaryContent(content(100));
		this.cabinet.withdraw(name);
		assertThat(this.rooms.publicPlaceOf(name)).doesNotExist();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.cabinet.publish(address, "../../../../etc/cron.d/x"));
	}

	private Address keep(byte[] content) throws IOException {
		Path clear = clear(content);
		Address address = this.cabinet.addressOf(clear);
		this.cabinet.keep(address, clear);
		return address;
	}

	private Path clear(byte[] content) throws IOException {
		return Files.write(this.folder.resolve("clear"), content);
	}

	private byte[] read(Address address) throws IOException {
		try (InputStream content = this.cabinet.open(address)) {
			return content.readAllBytes();
		}
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.rooms.directory().resolve("sealed"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static byte[] content(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
