package cn.mentougou.wechatsim.mass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.mentougou.wechatsim.article.Draft;
import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.article.Posts;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.World;

/**
 * The calls that publish without telling anybody, with the few times a day they allow.
 */
final class PublishApi {

	private final World world;

	private final MassDesk.Shelf shelf;

	private final Posts posts;

	private final Runner runner;

	PublishApi(World world, MassDesk.Shelf shelf, Runner runner) {
		this.world = world;
		this.shelf = shelf;
		this.posts = shelf.posts();
		this.runner = runner;
	}

	List<Endpoint> endpoints() {
		Permission who = Permission.VERIFIED;
		return List.of(Endpoint.post("/cgi-bin/freepublish/submit", who, this::submit).daily(100),
				Endpoint.post("/cgi-bin/freepublish/get", who, this::get).daily(100),
				Endpoint.post("/cgi-bin/freepublish/delete", who, this::delete).daily(10),
				Endpoint.post("/cgi-bin/freepublish/getarticle", who, (call) -> posts.view(posts.named(call)))
					.daily(100),
				Endpoint.post("/cgi-bin/freepublish/batchget", who, posts::list).daily(100));
	}

	/** Success means that the task was taken, and no more. */
	private Object submit(ApiCall call) {
		String appId = call.account().appId();
		Draft draft = shelf.drafts().take(appId, call.text("media_id"));
		long id = shelf.jobs().newId();
		Instant now = world.clock().instant();
		PublishJob job = shelf.publications()
			.put(new PublishJob(id, id + 1_247_490_098L, appId, posts.newId(appId), draft, now,
					now.plus(shelf.jobs().settings(appId).duration()), PublishJob.UNDER_WAY, List.of()));
		runner.hurry(job);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", 0);
		answer.put("errmsg", "ok");
		answer.put("publish_id", shown(appId, id));
		answer.put("msg_data_id", job.msgDataId());
		return answer;
	}

	private Object get(ApiCall call) {
		long id = number(call.json().path("publish_id").asString(""));
		PublishJob job = shelf.publications()
			.find(id)
			.filter((one) -> one.appId().equals(call.account().appId()))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_PARAMETER));
		Optional<Post> post = posts.find(job.articleId());
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("publish_id", shown(job.appId(), id));
		answer.put("publish_status", status(job, post));
		if (post.isPresent()) {
			answer.put("article_id", job.articleId());
			answer.put("article_detail", Map.of("count", post.get().articles().size(), "item", items(post.get())));
		}
		answer.put("fail_idx", job.failIdx());
		return answer;
	}

	private static int status(PublishJob job, Optional<Post> post) {
		if (post.isEmpty() || !post.get().isGone()) {
			return job.status();
		}
		return post.get().banned() ? PublishJob.BANNED : PublishJob.DELETED;
	}

	private List<Object> items(Post post) {
		List<Object> items = new ArrayList<>();
		for (int i = 1; i <= post.articles().size(); i++) {
			items.add(Map.of("idx", i, "article_url", posts.address(post, i)));
		}
		return items;
	}

	private Object delete(ApiCall call) {
		posts.delete(posts.named(call), call.json().path("index").asInt(0));
		return Ok.OK;
	}

	private Object shown(String appId, long id) {
		return shelf.jobs().settings(appId).publishIdAsText() ? String.valueOf(id) : (Object) id;
	}

	private static long number(String id) {
		return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
	}

}
