package cn.mentougou.wechatsim.media;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.FilePart;

/** The sizes and forms that the platform takes. */
final class UploadRules {

	private static final int KILO = 1024;

	private static final int MEGA = 1024 * KILO;

	private static final int VOICE_SECONDS = 60;

	private UploadRules() {
	}

	/** The kind that a call names, or the refusal of a word that is none. */
	static SimMedia.Kind kind(String word) {
		for (SimMedia.Kind kind : SimMedia.Kind.values()) {
			if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
				return kind;
			}
		}
		throw new ApiError(ErrorCode.INVALID_MEDIA_TYPE);
	}

	static void check(SimMedia.Kind kind, FilePart file) {
		Form form = Form.of(file.content());
		switch (kind) {
			case IMAGE -> {
				refuseIf(!form.isPicture(), ErrorCode.IMAGE_FORMAT);
				refuseIf(file.content().length > 10 * MEGA, ErrorCode.IMAGE_SIZE);
			}
			case VOICE -> {
				refuseIf(!Set.of(Form.AMR, Form.MP3).contains(form), ErrorCode.INVALID_FILE_TYPE);
				refuseIf(file.content().length > 2 * MEGA, ErrorCode.VOICE_SIZE);
				refuseIf(form == Form.AMR && Form.amrSeconds(file.content()) > VOICE_SECONDS, ErrorCode.VOICE_DURATION);
			}
			case VIDEO -> {
				refuseIf(form != Form.MP4, ErrorCode.INVALID_FILE_TYPE);
				refuseIf(file.content().length > 10 * MEGA, ErrorCode.VIDEO_SIZE);
			}
			case THUMB -> {
				refuseIf(form != Form.JPEG, ErrorCode.INVALID_FILE_TYPE);
				refuseIf(file.content().length > 64 * KILO, ErrorCode.THUMB_SIZE);
			}
		}
	}

	/** A picture inside an article. */
	static void checkArticlePicture(FilePart file) {
		refuseIf(!EnumSet.of(Form.JPEG, Form.PNG).contains(Form.of(file.content())), ErrorCode.IMAGE_FORMAT);
		refuseIf(file.content().length >= MEGA, ErrorCode.IMAGE_SIZE);
	}

	private static void refuseIf(boolean broken, int code) {
		if (broken) {
			throw new ApiError(code);
		}
	}

}
