package cn.mentougou.wechatsim.media;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file is by its first bytes, whatever its name says. */
enum Form {

	JPEG("image/jpeg", "jpg"), PNG("image/png", "png"), GIF("image/gif", "gif"), BMP("image/bmp", "bmp"),
	AMR("audio/amr", "amr"), MP3("audio/mp3", "mp3"), MP4("video/mp4", "mp4"), OTHER("application/octet-stream", "bin");

	private static final int[] AMR_FRAMES = { 13, 14, 16, 18, 20, 21, 27, 32, 6 };

	private static final int AMR_HEAD = 6;

	private final String contentType;

	private final String extension;

	Form(String contentType, String extension) {
		this.contentType = contentType;
		this.extension = extension;
	}

	String contentType() {
		return contentType;
	}

	String extension() {
		return extension;
	}

	boolean isPicture() {
		return Set.of(JPEG, PNG, GIF, BMP).contains(this);
	}

	static Form of(byte[] content) {
		String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
		if (head.startsWith("\u00ff\u00d8\u00ff")) {
			return JPEG;
		}
		if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
			return PNG;
		}
		if (head.startsWith("GIF8")) {
			return GIF;
		}
		if (head.startsWith("BM")) {
			return BMP;
		}
		if (head.startsWith("#!AMR\n")) {
			return AMR;
		}
		if (head.startsWith("ID3") || head.startsWith("\u00ff\u00fb")) {
			return MP3;
		}
		return head.startsWith("ftyp", 4) ? MP4 : OTHER;
	}

	/** How long a recording in the form AMR is: each frame is a fiftieth of a second. */
	static int amrSeconds(byte[] content) {
		int frames = 0;
		for (int at = AMR_HEAD; at < content.length; frames++) {
			int mode = (content[at] >> 3) & 0xf;
			at += (mode < AMR_FRAMES.length) ? AMR_FRAMES[mode] : 1;
		}
		return frames / 50;
	}

}
