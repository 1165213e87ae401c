package cn.mentougou.wechatsim.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.World;

/** The calls of the draft box, with the daily numbers of a new account. */
public final class DraftApi {

	private static final int PAGE = 20;

	private final World world;

	private final Drafts drafts;

	private final ArticleViews views;

	private final ArticleReader reader;

	public DraftApi(World world, Drafts drafts, Posts posts, MediaStore media) {
		this.world = world;
		this.drafts = drafts;
		this.views = new ArticleViews(posts);
		this.reader = new ArticleReader(media, posts);
	}

	public List<Endpoint> endpoints() {
		Permission who = Permission.VERIFIED;
		return List.of(Endpoint.post("/cgi-bin/draft/add", who, this::add).daily(1_000),
				Endpoint.post("/cgi-bin/draft/update", who, this::update).daily(1_000),
				Endpoint.post("/cgi-bin/draft/get", who, this::get).daily(500),
				Endpoint.post("/cgi-bin/draft/delete", who, this::delete).daily(1_000),
				Endpoint.get("/cgi-bin/draft/count", who, this::count).daily(1_000),
				Endpoint.post("/cgi-bin/draft/batchget", who, this::list).daily(1_000));
	}

	private Object add(ApiCall call) {
		call.expect(call.json(), Set.of("articles"));
		List<SimArticle> articles = reader.readAll(call, call.json().path("articles"));
		return Map.of("media_id", drafts.add(call.account().appId(), articles).mediaId());
	}

	private Object update(ApiCall call) {
		Draft draft = drafts.find(call.account().appId(), call.text("media_id"));
		int index = call.json().path("index").asInt(0);
		if (index < 0 || index >= draft.articles().size()) {
			throw new ApiError(ErrorCode.ARTICLE_INDEX);
		}
		JsonNode article = call.json().path("articles");
		drafts
			.put(draft.with(index, reader.read(call, article, draft.articles().size() == 1), world.clock().instant()));
		return Ok.OK;
	}

	private Object get(ApiCall call) {
		return views.news(drafts.find(call.account().appId(), call.text("media_id")), true);
	}

	private Object delete(ApiCall call) {
		drafts.take(call.account().appId(), call.text("media_id"));
		return Ok.OK;
	}

	private Object count(ApiCall call) {
		return Map.of("total_count", drafts.of(call.account().appId()).size());
	}

	private Object list(ApiCall call) {
		List<Draft> all = drafts.of(call.account().appId());
		boolean content = call.json().path("no_content").asInt(0) != 1;
		return page(call, all, (draft) -> {
			Map<String, Object> line = new LinkedHashMap<>();
			line.put("media_id", draft.mediaId());
			line.put("content", views.news(draft, content));
			line.put("update_time", draft.updatedAt().getEpochSecond());
			return line;
		});
	}

	/** One page of a list, as both boxes are read. */
	static <T> Object page(ApiCall call, List<T> all, java.util.function.Function<T, Object> line) {
		int offset = call.json().path("offset").asInt(-1);
		int count = call.json().path("count").asInt(0);
		if (offset < 0 || count < 1 || count > PAGE) {
			throw new ApiError(ErrorCode.INVALID_PARAMETER);
		}
		List<Object> page = all.stream().skip(offset).limit(count).map(line).toList();
		return Map.of("total_count", all.size(), "item_count", page.size(), "item", page);
	}

}
