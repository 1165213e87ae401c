package cn.mentougou.wechatsim.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Permission;

/** Choosing templates of subscription notices from the public library. */
final class LibraryApi {

	private static final int PAGE = 30;

	private static final int DESCRIPTION = 15;

	private final TemplateShelf templates;

	private final TemplateLibrary library;

	LibraryApi(TemplateShelf templates, TemplateLibrary library) {
		this.templates = templates;
		this.library = library;
	}

	List<Endpoint> endpoints() {
		Permission who = Permission.VERIFIED_SERVICE;
		return List.of(
				Endpoint.get("/wxaapi/newtmpl/getcategory", who,
						(call) -> data(List.of(Map.of("id", 289, "name", "政务民生>教育")))),
				Endpoint.get("/wxaapi/newtmpl/getpubtemplatetitles", who, this::titles),
				Endpoint.get("/wxaapi/newtmpl/getpubtemplatekeywords", who, this::keywords),
				Endpoint.post("/wxaapi/newtmpl/addtemplate", who, this::add),
				Endpoint.get("/wxaapi/newtmpl/gettemplate", who, this::list),
				Endpoint.post("/wxaapi/newtmpl/deltemplate", who, this::remove));
	}

	private Object titles(ApiCall call) {
		List<String> categories = Arrays.asList(call.parameter("ids").split(","));
		int limit = number(call.parameter("limit"));
		int start = number(call.parameter("start"));
		if (limit < 1 || limit > PAGE || start < 0) {
			throw new ApiError(ErrorCode.INVALID_PARAMETER);
		}
		List<Map<String, Object>> all = library.entries()
			.stream()
			.filter((entry) -> entry.kind().isSubscribed() && categories.contains(entry.categoryId()))
			.map(LibraryApi::title)
			.toList();
		Map<String, Object> answer = data(all.stream().skip(start).limit(limit).toList());
		answer.put("count", all.size());
		return answer;
	}

	private static Map<String, Object> title(TemplateLibrary.Entry entry) {
		return Map.of("tid", number(entry.tid()), "title", entry.title(), "type", entry.kind().type(), "categoryId",
				entry.categoryId());
	}

	private Object keywords(ApiCall call) {
		List<TemplateLibrary.Keyword> keywords = entry(call.parameter("tid")).keywords();
		return data(IntStream.range(0, keywords.size())
			.mapToObj((index) -> Map.of("kid", index + 1, "name", keywords.get(index).name(), "example",
					keywords.get(index).example(), "rule", keywords.get(index).rule()))
			.toList());
	}

	private Object add(ApiCall call) {
		JsonNode body = call.json();
		TemplateLibrary.Entry entry = entry(body.path("tid").asString(""));
		List<SimTemplate.Field> fields = new ArrayList<>();
		for (JsonNode each : body.path("kidList")) {
			fields.add(entry.field(each.asInt(0)).orElseThrow(() -> new ApiError(ErrorCode.INVALID_KEYWORDS)));
		}
		if (fields.size() < 2 || fields.size() > 5) {
			throw new ApiError(ErrorCode.INVALID_KEYWORDS);
		}
		if (call.text("sceneDesc").codePointCount(0, call.text("sceneDesc").length()) > DESCRIPTION) {
			throw new ApiError(ErrorCode.INVALID_PARAMETER);
		}
		Map<String, Object> answer = ok();
		answer.put("priTmplId", templates.add(call.account().appId(), entry.kind(), entry, fields).id());
		return answer;
	}

	private Object list(ApiCall call) {
		return data(templates.of(call.account().appId(), SimTemplate.Kind::isSubscribed)
			.stream()
			.map((template) -> Map.of("priTmplId", template.id(), "title", template.title(), "content",
					template.content(), "example", template.example(), "type", template.kind().type()))
			.toList());
	}

	private Object remove(ApiCall call) {
		templates
			.remove(templates.find(call.account().appId(), call.text("priTmplId"), SimTemplate.Kind::isSubscribed));
		return ok();
	}

	private TemplateLibrary.Entry entry(String tid) {
		return library.find(tid)
			.filter((entry) -> entry.kind().isSubscribed())
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_TEMPLATE_ID));
	}

	private static Map<String, Object> data(List<?> data) {
		Map<String, Object> answer = ok();
		answer.put("data", data);
		return answer;
	}

	private static Map<String, Object> ok() {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", 0);
		answer.put("errmsg", "ok");
		return answer;
	}

	private static int number(String value) {
		return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
	}

}
