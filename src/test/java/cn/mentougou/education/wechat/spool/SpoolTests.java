package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.education.office.privacy.TestVault;
import cn.mentougou.education.office.privacy.Vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SpoolTests {

	private static final long LARGE = 1 << 20;

	private final Vault vault = TestVault.random();

	@TempDir
	private Path directory;

	@Test
	void whatIsAppendedIsReplayedInItsOrderAndOnce() throws IOException {
		try (Spool spool = spool(LARGE)) {
			List.of("1", "2", "3").forEach((text) -> spool.append(push("anna", text)));
			assertThat(replayed(spool)).containsExactly("1", "2", "3");
			assertThat(replayed(spool)).isEmpty();
			assertThat(spool.bytes()).isZero();
		}
	}

	@Test
	void whatWasNotReplayedIsThereAfterACrash() throws IOException {
		try (Spool spool = spool(LARGE)) {
			List.of("1", "2", "3").forEach((text) -> spool.append(push("anna", text)));
		}
		try (Spool spool = spool(LARGE)) {
			assertThat(spool.isPending("anna")).isTrue();
			assertThat(replayed(spool)).containsExactly("1", "2", "3");
			assertThat(spool.isPending("anna")).isFalse();
		}
	}

	@Test
	void aReplayThatBreaksOffGoesOnWithThePushThatFailed() throws IOException {
		try (Spool spool = spool(LARGE)) {
			List.of("1", "2", "3").forEach((text) -> spool.append(push("anna", text)));
			List<String> taken = new ArrayList<>();
			assertThatIllegalStateException().isThrownBy(() -> spool.replay((push) -> {
				if (text(push).equals("2")) {
					throw new IllegalStateException("down again");
				}
				taken.add(text(push));
			}));
			spool.append(push("anna", "4"));
			assertThat(taken).containsExactly("1");
			assertThat(replayed(spool)).containsExactly("2", "3", "4");
		}
	}

	@Test
	@Timeout(20)
	void manySendersAreReplayedAtOnceAndEachInItsOrder() throws IOException {
		try (Spool spool = spool(LARGE)) {
			List.of("1", "2").forEach((text) -> {
				spool.append(push("anna", text));
				spool.append(push("berta", text));
			});
			CyclicBarrier both = new CyclicBarrier(2);
			Map<String, List<String>> taken = new ConcurrentHashMap<>();
			spool.replay((push) -> {
				meet(both);
				taken.computeIfAbsent(push.sender(), (key) -> new CopyOnWriteArrayList<>()).add(text(push));
			});
			assertThat(taken).containsOnly(Map.entry("anna", List.of("1", "2")), Map.entry("berta", List.of("1", "2")));
		}
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aCrashDuringTheReplayRepeatsItFromTheBeginning() throws IOException {
		try (Spool spool = spool(LARGE)) {
			List.of("1", "2").forEach((text) -> spool.append(push("anna", text)));
			assertThatIllegalStateException().isThrownBy(() -> spool.replay((push) -> {
				if (text(push).equals("2")) {
					throw new IllegalStateException("killed");
				}
			}));
			spool.append(push("anna", "3"));
		}
		try (Spool spool = spool(LARGE)) {
			assertThat(replayed(spool)).containsExactly("1", "2", "3");
		}
	}

	@Test
	void aTornRecordAtTheEndIsLeftOutWhereverItWasTorn() throws IOException {
		try (Spool spool = spool(LARGE)) {
			spool.append(push("anna", "1"));
			spool.append(push("anna", "2"));
		}
		Path file = this.directory.resolve("spool-1.current");
		byte[] whole = Files.readAllBytes(file);
		for (int cut = whole.length - 1; cut > whole.length / 2; cut -= 7) {
			Files.write(file, Arrays.copyOf(whole, cut));
			try (Spool spool = spool(LARGE)) {
				spool.append(push("anna", "3"));
				assertThat(replayed(spool)).containsExactly("1", "3");
			}
		}
	}

	@Test
	void aChangedByteIsNoticed() throws IOException {
		try (Spool spool = spool(LARGE)) {
			spool.append(push("anna", "1"));
		}
		try (RandomAccessFile file = new RandomAccessFile(this.directory.resolve("spool-1.current").toFile(), "rw")) {
			file.seek(40);
			file.write(file.read() ^ 1);
		}
		try (Spool spool = spool(LARGE)) {
			assertThat(spool.isEmpty()).isTrue();
		}
	}

	@Test
	void theSpoolTakesNoMoreThanItsSizeAndThenSaysSo() throws IOException {
		try (Spool spool = spool(2000)) {
			assertThatExceptionOfType(SpoolFull.class)
				.isThrownBy(() -> IntStream.range(0, 100).forEach((i) -> spool.append(push("anna", "m" + i))));
			assertThat(spool.bytes()).isLessThanOrEqualTo(2000);
			assertThat(replayed(spool)).isNotEmpty();
			spool.append(push("anna", "room again"));
		}
	}

	@Test
	void nothingOfAMessageStandsOnTheDiskInTheClear() throws IOException {
		try (Spool spool = spool(LARGE)) {
			spool.append(push("oSender", "very private words"));
		}
		String bytes = new String(Files.readAllBytes(this.directory.resolve("spool-1.current")),
				StandardCharsets.ISO_8859_1);
		assertThat(bytes).doesNotContain("private", "oSender", "wx1");
	}

	@Test
	void instancesInOneDirectoryKeepFilesOfTheirOwnAndAdoptThoseOfTheDead() throws IOException {
		Spool first = spool(LARGE);
		Spool second = spool(LARGE);
		first.append(push("anna", "of the first"));
		second.append(push("bert", "of the second"));
		second.close();
		first.close();
		try (Spool only = spool(LARGE)) {
			assertThat(replayed(only)).containsExactlyInAnyOrder("of the first", "of the second");
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".current"))).hasSize(1);
		}
	}

	@Test
	void whatArrivesWhileTheFilesChangeIsKeptOnceAndLeavesNobodyWaiting() throws IOException {
		try (Spool spool = spool(64 * LARGE)) {
			List<String> replayed = Collections.synchronizedList(new ArrayList<>());
			CompletableFuture<?> writers = CompletableFuture.allOf(IntStream.range(0, 8)
				.mapToObj((writer) -> CompletableFuture.runAsync(() -> IntStream.range(0, 200)
					.forEach((i) -> spool.append(push("sender" + writer + "-" + i, writer + "/" + i)))))
				.toArray(CompletableFuture[]::new));
			while (!writers.isDone()) {
				spool.replay((push) -> replayed.add(text(push)));
			}
			writers.join();
			replayed.addAll(replayed(spool));
			assertThat(replayed).doesNotHaveDuplicates().hasSize(8 * 200);
			assertThat(spool.isEmpty()).isTrue();
		}
	}

	@Test
	void manyAtOnceAreAllKept() throws IOException {
		try (Spool spool = spool(LARGE * 8)) {
			IntStream.range(0, 500).parallel().forEach((i) -> spool.append(push("sender" + i % 7, "m" + i)));
		}
		try (Spool spool = spool(LARGE * 8)) {
			assertThat(replayed(spool)).hasSize(500).doesNotHaveDuplicates();
		}
	}

	private Spool spool(long maxBytes) throws IOException {
		return new Spool(this.vault, this.directory, maxBytes);
	}

	private static List<String> replayed(Spool spool) {
		List<String> texts = Collections.synchronizedList(new ArrayList<>());
		spool.replay((push) -> texts.add(text(push)));
		return texts;
	}

	private static SpooledPush push(String sender, String text) {
		return new SpooledPush("wx1", sender, Instant.ofEpochMilli(new SecureRandom().nextInt()), "id",
				text.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(SpooledPush push) {
		return new String(push.xml(), StandardCharsets.UTF_8);
	}

}
