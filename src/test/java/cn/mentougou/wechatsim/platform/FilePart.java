package cn.mentougou.wechatsim.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** One part of a form with files: a file where it has a file name, else a text. */
public record FilePart(String name, @Nullable String fileName, byte[] content) {

	private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

	private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

	private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

	public String text() {
		return new String(content, StandardCharsets.UTF_8);
	}

	/** The parts of a body; none where it is no such form. */
	static List<FilePart> parse(@Nullable String contentType, byte[] body) {
		List<FilePart> parts = new ArrayList<>();
		Matcher boundary = BOUNDARY.matcher((contentType != null) ? contentType : "");
		if (contentType == null || !contentType.startsWith("multipart/form-data") || !boundary.find()) {
			return parts;
		}
		// One character a byte, so that positions are those of the bytes.
		String bytes = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
		String[] pieces = bytes.split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
		for (int i = 1; i < pieces.length - 1; i++) {
			int head = pieces[i].indexOf("\r\n\r\n");
			if (head >= 0) {
				parts.add(part(utf8(pieces[i].substring(0, head)), pieces[i].substring(head + 4)));
			}
		}
		return parts;
	}

	private static FilePart part(String head, String content) {
		Matcher name = NAME.matcher(head);
		Matcher fileName = FILE_NAME.matcher(head);
		return new FilePart(name.find() ? name.group(1) : "", fileName.find() ? fileName.group(1) : null,
				content.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String utf8(String bytes) {
		return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
