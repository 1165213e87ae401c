package cn.mentougou.wechatsim.media;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

import cn.mentougou.wechatsim.platform.FileAnswer;

/** One file of an account; {@code title} and {@code introduction} only for videos. */
public record SimMedia(String id, String appId, Kind kind, boolean permanent, String name, byte[] content,
		Instant createdAt, String title, String introduction) {

	SimMedia as(String newId, boolean forGood, String newTitle, String newIntroduction) {
		return new SimMedia(newId, appId, kind, forGood, name, content, createdAt, newTitle, newIntroduction);
	}

	/** The address under which articles and cards show the picture. */
	String url() {
		return "http://mmbiz.qpic.cn/sim/" + id + "/0";
	}

	/** The bytes as they are downloaded. */
	FileAnswer answer() {
		Form form = Form.of(content);
		return FileAnswer.of(form.contentType(), content).named(id + "." + form.extension());
	}

	/** What a file is for, as the calls name it. */
	public enum Kind {

		/** A picture. */
		@JsonProperty("image")
		IMAGE,
		/** A voice message. */
		@JsonProperty("voice")
		VOICE,
		/** A video. */
		@JsonProperty("video")
		VIDEO,
		/** The small picture of a video, a piece of music or a mini program. */
		@JsonProperty("thumb")
		THUMB;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
