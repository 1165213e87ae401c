package cn.mentougou.wechatsim.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.FilePart;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;

/** The calls that put files in and take them out. */
public final class MediaApi {

	private static final int PAGE = 20;

	private final World world;

	private final MediaStore store;

	public MediaApi(World world, MediaStore store) {
		this.world = world;
		this.store = store;
	}

	public List<Endpoint> endpoints() {
		Permission who = Permission.VERIFIED;
		return List.of(Endpoint.upload("/cgi-bin/media/upload", who, this::upload).daily(100_000),
				Endpoint.get("/cgi-bin/media/get", who, this::download).daily(200_000),
				Endpoint.upload("/cgi-bin/media/uploadimg", who, this::articlePicture),
				Endpoint.upload("/cgi-bin/material/add_material", who, this::add),
				Endpoint.post("/cgi-bin/material/get_material", who, this::material),
				Endpoint.post("/cgi-bin/material/del_material", who, this::remove),
				Endpoint.get("/cgi-bin/material/get_materialcount", who, this::count),
				Endpoint.post("/cgi-bin/material/batchget_material", who, this::list),
				Endpoint.post("/cgi-bin/material/add_news", who, MediaApi::retired),
				Endpoint.post("/cgi-bin/material/update_news", who, MediaApi::retired));
	}

	private Object upload(ApiCall call) {
		SimMedia file = keep(call, false, "", "");
		boolean thumb = file.kind() == SimMedia.Kind.THUMB;
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("type", file.kind().word());
		answer.put(thumb ? "thumb_media_id" : "media_id", file.id());
		answer.put("created_at", file.createdAt().getEpochSecond());
		return answer;
	}

	/** A video is not sent itself: the answer says where it is. */
	private Object download(ApiCall call) {
		SimMedia file = store.find(call.account().appId(), call.parameter("media_id"));
		return (file.kind() == SimMedia.Kind.VIDEO) ? Map.of("video_url", file.url()) : file.answer();
	}

	private Object articlePicture(ApiCall call) {
		FilePart file = call.media();
		UploadRules.checkArticlePicture(file);
		String id = store.newId(call.account().appId());
		return Map.of("url", store.add(media(call, SimMedia.Kind.IMAGE, file).as(id, false, "", "")).url());
	}

	private Object add(ApiCall call) {
		String title = "";
		String introduction = "";
		if (call.parameter("type").equals("video")) {
			JsonNode description = description(call);
			title = ApiCall.text(description, "title");
			introduction = ApiCall.text(description, "introduction");
		}
		SimMedia file = keep(call, true, title, introduction);
		return (file.kind() == SimMedia.Kind.IMAGE) ? Map.of("media_id", file.id(), "url", file.url())
				: Map.of("media_id", file.id());
	}

	private static JsonNode description(ApiCall call) {
		try {
			return Json.MAPPER.readTree(call.part("description").map(FilePart::text).orElse(""));
		}
		catch (JacksonException ex) {
			throw new ApiError(ErrorCode.UNREADABLE);
		}
	}

	private Object material(ApiCall call) {
		SimMedia file = permanent(call);
		return (file.kind() == SimMedia.Kind.VIDEO)
				? Map.of("title", file.title(), "description", file.introduction(), "down_url", file.url())
				: file.answer();
	}

	private Object remove(ApiCall call) {
		store.remove(permanent(call));
		return Ok.OK;
	}

	private Object count(ApiCall call) {
		String appId = call.account().appId();
		return Map.of("voice_count", store.permanent(appId, SimMedia.Kind.VOICE).size(), "video_count",
				store.permanent(appId, SimMedia.Kind.VIDEO).size(), "image_count",
				store.permanent(appId, SimMedia.Kind.IMAGE).size(), "news_count", 0);
	}

	private Object list(ApiCall call) {
		int offset = call.json().path("offset").asInt(-1);
		int count = call.json().path("count").asInt(0);
		if (offset < 0 || count < 1 || count > PAGE) {
			throw new ApiError(ErrorCode.INVALID_PARAMETER);
		}
		List<SimMedia> all = store.permanent(call.account().appId(), UploadRules.kind(call.text("type")));
		List<Map<String, Object>> page = all.stream()
			.skip(offset)
			.limit(count)
			.map((file) -> Map.<String, Object>of("media_id", file.id(), "name", file.name(), "update_time",
					file.createdAt().getEpochSecond(), "url", file.url()))
			.toList();
		return Map.of("total_count", all.size(), "item_count", page.size(), "item", page);
	}

	private SimMedia permanent(ApiCall call) {
		SimMedia file = store.find(call.account().appId(), call.text("media_id"));
		if (!file.permanent()) {
			throw new ApiError(ErrorCode.INVALID_MEDIA_ID);
		}
		return file;
	}

	private SimMedia keep(ApiCall call, boolean permanent, String title, String introduction) {
		SimMedia.Kind kind = UploadRules.kind(call.parameter("type"));
		FilePart file = call.media();
		UploadRules.check(kind, file);
		return store
			.add(media(call, kind, file).as(store.newId(call.account().appId()), permanent, title, introduction));
	}

	private SimMedia media(ApiCall call, SimMedia.Kind kind, FilePart file) {
		return new SimMedia("", call.account().appId(), kind, false, String.valueOf(file.fileName()), file.content(),
				world.clock().instant(), "", "");
	}

	private static Object retired(ApiCall call) {
		throw new ApiError(ErrorCode.API_RETIRED);
	}

}
