package cn.mentougou.wechatsim.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads an HTTP/1.1 answer from the bytes received so far. */
final class HttpAnswerParser {

	private static final int LIMIT = 4 * 1024 * 1024;

	private final byte[] bytes;

	private int position;

	private HttpAnswerParser(byte[] bytes) {
		this.bytes = bytes;
	}

	/** The answer, or nothing as long as it is not complete. */
	static Optional<HttpCall.Answer> parse(byte[] bytes, boolean ended) throws IOException {
		if (bytes.length > LIMIT) {
			throw new IOException("the answer is longer than " + LIMIT + " bytes");
		}
		return new HttpAnswerParser(bytes).parse(ended);
	}

	private Optional<HttpCall.Answer> parse(boolean ended) throws IOException {
		Optional<String> statusLine = line();
		if (statusLine.isEmpty()) {
			return Optional.empty();
		}
		String[] parts = statusLine.get().split(" ", 3);
		if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
			throw new IOException("not an HTTP answer");
		}
		Map<String, String> headers = new TreeMap<>();
		Optional<String> header = line();
		while (header.isPresent() && !header.get().isEmpty()) {
			int colon = Math.max(header.get().indexOf(':'), 0);
			headers.put(header.get().substring(0, colon).toLowerCase(Locale.ROOT),
					header.get().substring(colon + 1).trim());
			header = line();
		}
		if (header.isEmpty()) {
			return Optional.empty();
		}
		int status = Integer.parseInt(parts[1]);
		if (status < 200) {
			return parse(ended);
		}
		return body(status, headers, ended).map((body) -> new HttpCall.Answer(status, body));
	}

	private Optional<String> body(int status, Map<String, String> headers, boolean ended) throws IOException {
		if (status == 204 || status == 304) {
			return Optional.of("");
		}
		if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
			return chunks();
		}
		String length = headers.get("content-length");
		if (length == null) {
			return ended ? Optional.of(text(bytes.length - position)) : Optional.empty();
		}
		int expected = Integer.parseInt(length);
		if (bytes.length - position < expected) {
			if (ended) {
				throw new IOException("the connection was closed in the middle of the answer");
			}
			return Optional.empty();
		}
		return Optional.of(text(expected));
	}

	private Optional<String> chunks() {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		while (true) {
			Optional<String> head = line();
			if (head.isEmpty()) {
				return Optional.empty();
			}
			int size = Integer.parseInt(head.get().split(";")[0].trim(), 16);
			if (size == 0) {
				return Optional.of(content.toString(StandardCharsets.UTF_8));
			}
			if (bytes.length - position < size + 2) {
				return Optional.empty();
			}
			content.write(bytes, position, size);
			position += size + 2;
		}
	}

	private Optional<String> line() {
		for (int end = position; end + 1 < bytes.length; end++) {
			if (bytes[end] == '\r' && bytes[end + 1] == '\n') {
				String line = new String(Arrays.copyOfRange(bytes, position, end), StandardCharsets.ISO_8859_1);
				position = end + 2;
				return Optional.of(line);
			}
		}
		return Optional.empty();
	}

	private String text(int length) {
		return new String(bytes, position, length, StandardCharsets.UTF_8);
	}

}
