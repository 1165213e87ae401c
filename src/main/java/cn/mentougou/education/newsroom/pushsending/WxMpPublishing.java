package cn.mentougou.education.newsroom.pushsending;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.newsroom.push.Target;
import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * The calls of drafts, mass sends and publications, each once and in the platform's own
 * JSON: the SDK's bean sends to everybody when a tag is missing, and puts quotes around a
 * publish_id.
 */
class WxMpPublishing {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int KEY_EXISTS = 45065;

	/** What the platform would say to an account that may not. */
	private static final String FORBIDDEN = "48001";

	/** The draft is not there (any more). */
	private static final int NO_MEDIA = 40007;

	private static final int PAGE = 20;

	private final WxMpClients clients;

	WxMpPublishing(WxMpClients clients) {
		this.clients = clients;
	}

	Answer addDraft(String appId, String articles) {
		return call(appId, (client) -> client.post(WxMpApiUrl.Draft.ADD_DRAFT, articles), "media_id");
	}

	/** A mass send of a draft to exactly this target. */
	Answer send(String appId, String draft, Target target, String key) {
		Long tag = target.tagId();
		var filter = JSON.createObjectNode().put("is_to_all", tag == null);
		if (tag != null) {
			filter.put("tag_id", tag);
		}
		var body = JSON.createObjectNode();
		body.set("filter", filter);
		body.set("mpnews", JSON.createObjectNode().put("media_id", draft));
		body.put("msgtype", "mpnews").put("send_ignore_reprint", 0).put("clientmsgid", key);
		return call(appId, (client) -> client.post(WxMpApiUrl.MassMessage.MESSAGE_MASS_SENDALL_URL, body.toString()),
				"msg_id");
	}

	Answer submit(String appId, String draft) {
		return call(appId, (client) -> client.post(WxMpApiUrl.FreePublish.SUBMIT, mediaId(draft)), "publish_id");
	}

	/** Whether the draft box still holds this draft. */
	Look draft(String appId, String draft) {
		return look(appId, (client) -> client.post(WxMpApiUrl.Draft.GET_DRAFT, mediaId(draft)),
				(json) -> json.has(DraftBody.ARTICLES) ? Look.Found.of(draft) : new Look.Silent(WxMpCalls.ANSWER));
	}

	/** The newest draft among the last ones of which this is true. */
	Look findDraft(String appId, Predicate<JsonNode> isIt) {
		return look(appId, (client) -> client.post(WxMpApiUrl.Draft.LIST_DRAFT, page()),
				(json) -> found(json, "media_id", isIt));
	}

	/** The newest publication among the last ones of which this is true. */
	Look findPublished(String appId, Predicate<JsonNode> isIt) {
		return look(appId, (client) -> client.post(WxMpApiUrl.FreePublish.BATCH_GET, page()),
				(json) -> found(json, "article_id", isIt));
	}

	/** The platform's word on a mass send. */
	Look massStatus(String appId, String msgId) {
		String body = JSON.createObjectNode().put("msg_id", Long.parseLong(msgId)).toString();
		return look(appId, (client) -> client.post(WxMpApiUrl.MassMessage.MESSAGE_MASS_GET_URL, body),
				(json) -> Look.Found.of(json.path("msg_status").asString("")));
	}

	/** The platform's number for how a publication stands. */
	Look publishStatus(String appId, String publishId) {
		String body = JSON.createObjectNode().put("publish_id", publishId).toString();
		return look(appId, (client) -> client.post(WxMpApiUrl.FreePublish.GET_PUSH_STATUS, body),
				(json) -> new Look.Found(json.path("publish_status").asString(""),
						texts(json.path("article_detail").path("item"), "article_url")));
	}

	private static Look found(JsonNode json, String id, Predicate<JsonNode> isIt) {
		if (!json.path("item").isArray() && json.path("total_count").asInt(-1) != 0) {
			return new Look.Silent(WxMpCalls.ANSWER);
		}
		for (JsonNode item : json.path("item")) {
			if (isIt.test(item)) {
				return new Look.Found(item.path(id).asString(""),
						texts(item.path("content").path(DraftBody.ARTICLES), "url"));
			}
		}
		return new Look.Absent();
	}

	private static List<String> texts(JsonNode array, String field) {
		List<String> texts = new ArrayList<>();
		array.forEach((one) -> texts.add(one.path(field).asString("")));
		return texts;
	}

	private static String page() {
		return JSON.createObjectNode().put("offset", 0).put("count", PAGE).put("no_content", 0).toString();
	}

	private static String mediaId(String draft) {
		return JSON.createObjectNode().put("media_id", draft).toString();
	}

	/** An answer without the number that belongs to it is none. */
	private Answer call(String appId, Call call, String field) {
		Called<Answer> called = WxMpCalls.make(() -> {
			try {
				return taken(JSON.readTree(call.on(this.clients.of(appId))), field);
			}
			catch (WxErrorException ex) {
				Answer known = (ex.getError().getErrorCode() == KEY_EXISTS) ? known(ex.getError().getJson()) : null;
				if (known == null) {
					throw ex;
				}
				return known;
			}
		});
		if (called instanceof Called.Answered<Answer> answered) {
			return answered.value();
		}
		if (called instanceof Called.Refused<Answer> refused) {
			return new Answer.Refused(String.valueOf(refused.code()), refused.rid());
		}
		if (called instanceof Called.NotSent<Answer> notSent) {
			return new Answer.NotSent(notSent.reason(), notSent.rid(), notSent.notBefore());
		}
		if (called instanceof Called.Unknown<Answer> unknown) {
			return new Answer.Unknown(unknown.reason(), unknown.rid());
		}
		return new Answer.Refused(FORBIDDEN, "");
	}

	private static Answer taken(JsonNode json, String field) {
		String id = json.path(field).asString("");
		String data = json.path("msg_data_id").asString("");
		return id.isEmpty() ? new Answer.Unknown(WxMpCalls.ANSWER, "")
				: new Answer.Taken(id, data.isEmpty() ? null : data);
	}

	private static @Nullable Answer known(@Nullable String json) {
		String id = (json != null) ? JSON.readTree(json).path("msg_id").asString("") : "";
		return id.isEmpty() ? null : new Answer.Known(id);
	}

	private Look look(String appId, Call call, Function<JsonNode, Look> reading) {
		Called<Look> called = WxMpCalls.make(() -> reading.apply(JSON.readTree(call.on(this.clients.of(appId)))));
		if (called instanceof Called.Answered<Look> answered) {
			return answered.value();
		}
		if (called instanceof Called.Refused<Look> refused) {
			return (refused.code() == NO_MEDIA) ? new Look.Absent() : new Look.Silent(String.valueOf(refused.code()));
		}
		if (called instanceof Called.NotSent<Look> notSent) {
			return new Look.Silent(notSent.reason());
		}
		return new Look.Silent((called instanceof Called.Unknown<Look> unknown) ? unknown.reason() : FORBIDDEN);
	}

	/** One call of the SDK. */
	@FunctionalInterface
	private interface Call {

		String on(WxMpService client) throws WxErrorException;

	}

}
