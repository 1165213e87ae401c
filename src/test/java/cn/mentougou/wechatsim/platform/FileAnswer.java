package cn.mentougou.wechatsim.platform;

import org.jspecify.annotations.Nullable;

/** An answer that is not JSON: a picture or another file, or the lack of one. */
public record FileAnswer(int status, String contentType, byte[] content, @Nullable String fileName) {

	public static FileAnswer of(String contentType, byte[] content) {
		return new FileAnswer(200, contentType, content, null);
	}

	public static FileAnswer missing() {
		return new FileAnswer(404, "text/html", new byte[0], null);
	}

	/** A file that the caller is to save under this name. */
	public FileAnswer named(String name) {
		return new FileAnswer(status, contentType, content, name);
	}

	/** What the log says instead of the bytes. */
	String inWords() {
		return "(" + contentType + ", " + content.length + " bytes)";
	}

}
