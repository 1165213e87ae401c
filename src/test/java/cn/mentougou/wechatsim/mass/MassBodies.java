package cn.mentougou.wechatsim.mass;

import java.util.List;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.article.Draft;
import cn.mentougou.wechatsim.media.SimMedia;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;

/** Reads what a call wants to send to many. */
final class MassBodies {

	private final MassDesk.Shelf shelf;

	MassBodies(MassDesk.Shelf shelf) {
		this.shelf = shelf;
	}

	/** A draft that is sent leaves its box. */
	void use(ApiCall call, MassJob.Body body) {
		if (body.type().equals("mpnews")) {
			shelf.drafts().take(call.account().appId(), body.text());
		}
	}

	/** What the call names; for articles the text is the id of the draft. */
	MassJob.Body read(ApiCall call) {
		String appId = call.account().appId();
		JsonNode json = call.json();
		String type = call.text("msgtype");
		return switch (type) {
			case "mpnews" -> {
				Draft draft = shelf.drafts().find(appId, ApiCall.text(json.path("mpnews"), "media_id"));
				yield new MassJob.Body(type, shelf.posts().newId(appId), draft.mediaId(), draft.articles());
			}
			case "text" -> {
				String words = ApiCall.text(json.path("text"), "content");
				if (words.isBlank()) {
					throw new ApiError(ErrorCode.EMPTY_CONTENT);
				}
				yield plain(type, words);
			}
			case "image" -> plain(type, file(appId, picture(json), SimMedia.Kind.IMAGE));
			case "voice" -> plain(type, file(appId, ApiCall.text(json.path(type), "media_id"), SimMedia.Kind.VOICE));
			case "mpvideo" -> plain(type, file(appId, ApiCall.text(json.path(type), "media_id"), SimMedia.Kind.VIDEO));
			default -> throw new ApiError(ErrorCode.INVALID_MESSAGE_TYPE);
		};
	}

	/** One picture as it was once named, or the first of a list. */
	private static String picture(JsonNode json) {
		JsonNode first = json.path("images").path("media_ids").path(0);
		return first.isString() ? first.asString() : ApiCall.text(json.path("image"), "media_id");
	}

	private String file(String appId, String id, SimMedia.Kind kind) {
		if (shelf.media().find(appId, id).kind() != kind) {
			throw new ApiError(ErrorCode.INVALID_MEDIA_ID);
		}
		return id;
	}

	private static MassJob.Body plain(String type, String text) {
		return new MassJob.Body(type, "", text, List.of());
	}

}
