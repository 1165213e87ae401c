package cn.mentougou.wechatsim.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The files of the phone page, from the class path. */
final class StaticFiles {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html; charset=utf-8"),
			Map.entry("css", "text/css; charset=utf-8"), Map.entry("js", "text/javascript; charset=utf-8"),
			Map.entry("mjs", "text/javascript; charset=utf-8"), Map.entry("json", "application/json; charset=utf-8"),
			Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"),
			Map.entry("webp", "image/webp"), Map.entry("ico", "image/x-icon"), Map.entry("woff2", "font/woff2"),
			Map.entry("mp3", "audio/mpeg"));

	private StaticFiles() {
	}

	/** A file, or nothing where there is none; folders are not listed. */
	static Optional<File> find(String path) throws IOException {
		String file = path.equals("/") ? "/index.html" : path;
		String extension = file.substring(file.lastIndexOf('.') + 1);
		if (file.contains("..") || file.contains("\\") || file.contains("//") || !TYPES.containsKey(extension)) {
			return Optional.empty();
		}
		try (InputStream in = StaticFiles.class.getResourceAsStream("/wechatsim/phone" + file)) {
			return (in != null) ? Optional.of(new File(TYPES.get(extension), in.readAllBytes())) : Optional.empty();
		}
	}

	/** What is sent. */
	record File(String type, byte[] content) {
	}

}
