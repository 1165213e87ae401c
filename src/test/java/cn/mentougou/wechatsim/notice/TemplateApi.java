package cn.mentougou.wechatsim.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/** 模板消息: service notices to followers, and the templates that they fill. */
final class TemplateApi {

	private static final int KEYWORDS = 5;

	private final World world;

	private final TemplateShelf templates;

	private final TemplateLibrary library;

	private final SentKeys keys;

	private final Envoy envoy;

	TemplateApi(World world, NoticeBook book, TemplateLibrary library, Envoy envoy) {
		this.world = world;
		this.templates = book.templates;
		this.library = library;
		this.keys = book.keys;
		this.envoy = envoy;
	}

	List<Endpoint> endpoints() {
		return List.of(
				Endpoint.post("/cgi-bin/message/template/send", Permission.VERIFIED_SERVICE, this::send).daily(100_000),
				Endpoint.post("/cgi-bin/template/api_add_template", Permission.VERIFIED_SERVICE, this::add),
				Endpoint.get("/cgi-bin/template/get_all_private_template", Permission.VERIFIED_SERVICE, this::list),
				Endpoint.post("/cgi-bin/template/del_private_template", Permission.VERIFIED_SERVICE, this::remove));
	}

	/**
	 * A key that was used within ten minutes is answered with the message of then; what
	 * the second call says is not looked at.
	 */
	private synchronized Object send(ApiCall call) {
		call.expect(call.json(),
				Set.of("touser", "template_id", "url", "miniprogram", "client_msg_id", "data", "topcolor", "color"));
		Follower receiver = world.followers()
			.find(call.account().appId(), call.text("touser"))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_OPENID));
		String key = call.text("client_msg_id");
		Optional<Long> earlier = key.isEmpty() ? Optional.empty() : keys.find(receiver.openId(), key);
		if (earlier.isPresent()) {
			return sent(earlier.get());
		}
		if (!receiver.subscribed()) {
			throw new ApiError(ErrorCode.MUST_FOLLOW);
		}
		if (receiver.blacklisted()) {
			throw new ApiError(ErrorCode.BLACKLISTED);
		}
		SimTemplate template = templates.find(receiver.appId(), call.text("template_id"),
				(kind) -> kind == SimTemplate.Kind.TEMPLATE);
		Envoy.Parcel parcel = new Envoy.Parcel(receiver, template, world.nextMessageId(),
				CardForm.read(call, template, "url"));
		if (!key.isEmpty()) {
			keys.remember(receiver.openId(), key, parcel.messageId());
		}
		envoy.templateMessage(parcel);
		return sent(parcel.messageId());
	}

	static Object sent(long messageId) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", 0);
		answer.put("errmsg", "ok");
		answer.put("msgid", messageId);
		return answer;
	}

	private Object add(ApiCall call) {
		TemplateLibrary.Entry entry = library.find(call.text("template_id_short"))
			.filter((found) -> found.kind() == SimTemplate.Kind.TEMPLATE)
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_TEMPLATE_ID));
		List<SimTemplate.Field> fields = new ArrayList<>();
		for (JsonNode each : call.json().path("keyword_name_list")) {
			fields.add(entry.field(each.asString("")).orElseThrow(() -> new ApiError(ErrorCode.INVALID_KEYWORDS)));
		}
		if (fields.isEmpty() || fields.size() > KEYWORDS) {
			throw new ApiError(ErrorCode.INVALID_KEYWORDS);
		}
		SimTemplate template = templates.add(call.account().appId(), SimTemplate.Kind.TEMPLATE, entry, fields);
		return Map.of("errcode", 0, "errmsg", "ok", "template_id", template.id());
	}

	private Object list(ApiCall call) {
		List<Map<String, Object>> list = templates
			.of(call.account().appId(), (kind) -> kind == SimTemplate.Kind.TEMPLATE)
			.stream()
			.map(TemplateApi::line)
			.toList();
		return Map.of("template_list", list);
	}

	private static Map<String, Object> line(SimTemplate template) {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("template_id", template.id());
		line.put("title", template.title());
		line.put("primary_industry", "");
		line.put("deputy_industry", "");
		line.put("content", template.content());
		line.put("example", template.example());
		return line;
	}

	private Object remove(ApiCall call) {
		templates.remove(templates.find(call.account().appId(), call.text("template_id"),
				(kind) -> kind == SimTemplate.Kind.TEMPLATE));
		return Ok.OK;
	}

}
