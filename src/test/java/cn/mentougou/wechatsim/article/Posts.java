package cn.mentougou.wechatsim.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/** Everything that went out, of all accounts, and where it can be read. */
public final class Posts implements WorldPart {

	private final World world;

	private final Map<String, Post> posts = new LinkedHashMap<>();

	private volatile String base = "http://mp.weixin.qq.com";

	public Posts(World world) {
		this.world = world;
	}

	/** Where the articles' pages are: the place of {@code mp.weixin.qq.com}. */
	public void base(String address) {
		this.base = address;
	}

	/** Where an article can be read. */
	public String address(Post post, int index) {
		return address(post.articleId() + "-" + index);
	}

	/** Where a draft can be looked at for a while. */
	public String preview(String mediaId, int index) {
		return address("tempkey-" + mediaId + "-" + index);
	}

	private String address(String page) {
		return base + "/s/" + page;
	}

	/** Whether an article may lead there: only to pages of the platform. */
	boolean isOwnLink(String address) {
		return address.matches("https?://mp\\.weixin\\.qq\\.com/.*") || address.startsWith(base + "/");
	}

	/** Where all articles of a post can be read. */
	public List<String> addresses(Post post) {
		List<String> all = new ArrayList<>();
		for (int i = 1; i <= post.articles().size(); i++) {
			all.add(address(post, i));
		}
		return all;
	}

	/** An id under which something will go out. */
	public String newId(String appId) {
		return world.random().text(22, "article", appId, world.nextId("a"));
	}

	public Post add(Post post) {
		synchronized (this) {
			posts.put(post.articleId(), post);
		}
		world.changed();
		return post;
	}

	public synchronized Optional<Post> find(String articleId) {
		return Optional.ofNullable(posts.get(articleId));
	}

	/** The account's posts, the oldest first. */
	public synchronized List<Post> of(String appId) {
		return posts.values().stream().filter((post) -> post.appId().equals(appId)).toList();
	}

	/** Deletes one article, beginning at one; zero deletes the whole post. */
	public void delete(Post post, int index) {
		if (index < 0 || index > post.articles().size()) {
			throw new ApiError(ErrorCode.ARTICLE_INDEX);
		}
		add(post.without(index));
	}

	/** The platform itself takes the post away. */
	public void ban(String articleId) {
		add(find(articleId).orElseThrow(() -> new IllegalArgumentException("没有这篇文章：" + articleId)).asBanned());
	}

	/** The account's post that a call names. */
	public Post named(ApiCall call) {
		return find(call.text("article_id")).filter((post) -> post.appId().equals(call.account().appId()))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_ARTICLE_ID));
	}

	/** The post as the call {@code getarticle} answers it. */
	public Object view(Post post) {
		return new ArticleViews(this).news(post, true);
	}

	/** A page of all posts, the newest first. */
	public Object list(ApiCall call) {
		boolean content = call.json().path("no_content").asInt(0) != 1;
		List<Post> all = new ArrayList<>(of(call.account().appId()));
		Collections.reverse(all);
		return DraftApi.page(call, all, (post) -> {
			Map<String, Object> line = new LinkedHashMap<>();
			line.put("article_id", post.articleId());
			line.put("content", new ArticleViews(this).news(post, content));
			line.put("update_time", post.at().getEpochSecond());
			return line;
		});
	}

	@Override
	public String name() {
		return "posts";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("posts", new ArrayList<>(posts.values()));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		posts.clear();
		for (JsonNode each : saved.path("posts")) {
			Post post = Json.MAPPER.treeToValue(each, Post.class);
			posts.put(post.articleId(), post);
		}
	}

}
