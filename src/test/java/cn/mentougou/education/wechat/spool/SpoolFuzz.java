package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as the file of a spool that a crash left behind, alone and behind a whole
 * record: what is whole is read, what follows is cut off, and the next record is whole.
 */
public class SpoolFuzz implements FuzzTarget {

	private final Path file;

	/** Writes over one file again and again. */
	public SpoolFuzz() throws IOException {
		this.file = Files.createTempFile("spool", ".fuzz");
		this.file.toFile().deleteOnExit();
	}

	@Override
	public String name() {
		return "spool";
	}

	@Override
	public void accept(byte[] input) {
		try {
			Files.write(this.file, input);
			assertRepaired(SpoolFile.read(this.file), input);
			Files.write(this.file, new byte[0]);
			try (SpoolFile spool = new SpoolFile(this.file)) {
				spool.append(input);
			}
			byte[] whole = Files.readAllBytes(this.file);
			byte[] torn = Arrays.copyOf(whole, whole.length + input.length);
			System.arraycopy(input, 0, torn, whole.length, input.length);
			Files.write(this.file, torn);
			assertThat(SpoolFile.read(this.file).get(0)).isEqualTo(input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assertPushSurvives(input);
	}

	private void assertRepaired(List<byte[]> read, byte[] input) throws IOException {
		byte[] next = "next".getBytes(StandardCharsets.US_ASCII);
		long length = read.stream().mapToLong(SpoolFile::lengthOf).sum();
		assertThat(length).isLessThanOrEqualTo(input.length);
		try (SpoolFile spool = new SpoolFile(this.file)) {
			assertThat(spool.size()).isEqualTo(length);
			spool.append(next);
		}
		List<byte[]> expected = new ArrayList<>(read);
		expected.add(next);
		assertThat(SpoolFile.read(this.file)).containsExactlyElementsOf(expected);
	}

	private static void assertPushSurvives(byte[] xml) {
		String sender = new String(xml, 0, Math.min(xml.length, 128), StandardCharsets.UTF_8);
		SpooledPush push = new SpooledPush("wx1", sender, Instant.ofEpochMilli(1764000000123L), "id", xml);
		SpooledPush read = SpooledPush.of(push.bytes());
		assertThat(read.sender()).isEqualTo(sender);
		assertThat(read.receivedAt()).isEqualTo(push.receivedAt());
		assertThat(read.xml()).isEqualTo(xml);
	}

	/** Two whole records; then one cut off, one spoilt, one of a huge length. */
	@Override
	public List<byte[]> madeSeeds() {
		try {
			Files.write(this.file, new byte[0]);
			try (SpoolFile spool = new SpoolFile(this.file)) {
				spool.append("one".getBytes(StandardCharsets.US_ASCII));
				spool.append("another".getBytes(StandardCharsets.US_ASCII));
			}
			byte[] whole = Files.readAllBytes(this.file);
			byte[] spoilt = whole.clone();
			spoilt[9] ^= 1;
			byte[] huge = whole.clone();
			huge[0] = 127;
			byte[] negative = whole.clone();
			negative[11] = -1;
			return List.of(whole, Arrays.copyOf(whole, whole.length - 1), spoilt, huge, negative, new byte[64]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
