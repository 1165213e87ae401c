package cn.mentougou.wechatsim.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.article.SimArticle;
import cn.mentougou.wechatsim.figure.Figures;
import cn.mentougou.wechatsim.figure.Readings;
import cn.mentougou.wechatsim.mass.MassDesk;
import cn.mentougou.wechatsim.mass.MassJob;
import cn.mentougou.wechatsim.mass.MassSettings;

/**
 * The control interface's part about what goes out to many: the administrator's answer,
 * the platform's own console, and the record of it all.
 */
final class MassRoutes {

	private final Parts parts;

	private final MassDesk mass;

	MassRoutes(Parts parts) {
		this.parts = parts;
		this.mass = parts.mass();
	}

	/** All sends of an account, the oldest first, and how many to all are left now. */
	Object masses(ControlRequest request) {
		String appId = account(request);
		return Map.of("masses", mass.masses(appId).stream().map(MassView::of).toList(), "left", mass.left(appId));
	}

	Object confirm(ControlRequest request) {
		mass.confirm(number(request));
		return Map.of("ok", true);
	}

	Object refuse(ControlRequest request) {
		mass.refuse(number(request));
		return Map.of("ok", true);
	}

	/**
	 * Somebody sends from the platform's console: new articles, or a draft of the box.
	 */
	Object console(ControlRequest request) {
		String appId = account(request);
		JsonNode body = request.json();
		MassJob.Target target = body.path("tagId").isInt() ? MassJob.Target.tag(body.path("tagId").asInt())
				: MassJob.Target.everybody();
		if (body.path("mediaId").isString()) {
			return MassView.of(mass.sendByHand(appId, target, body.path("mediaId").asString()));
		}
		List<SimArticle> articles = new ArrayList<>();
		body.path("titles").forEach((title) -> articles.add(SimArticle.byHand(title.asString())));
		return MassView.of(mass.sendByHand(appId, target, articles));
	}

	Object settings(ControlRequest request) {
		return mass.settings(account(request));
	}

	Object change(ControlRequest request) {
		String appId = account(request);
		mass.settings(appId, request.over(mass.settings(appId), MassSettings.class));
		return mass.settings(appId);
	}

	/** Everything of an account that went out, with its addresses. */
	Object posts(ControlRequest request) {
		List<PostView> views = mass.posts()
			.of(account(request))
			.stream()
			.map((post) -> new PostView(post.articleId(), post.msgDataId(), post.at(), post.notified(), post.isGone(),
					post.articles().stream().map(SimArticle::title).toList(), mass.posts().addresses(post),
					post.articles().stream().flatMap((article) -> article.stripped().stream()).toList()))
			.toList();
		return Map.of("posts", views);
	}

	Object ban(ControlRequest request) {
		mass.posts().ban(request.variable());
		return Map.of("ok", true);
	}

	/** Adds figures to an article on a day. */
	Object figures(ControlRequest request) {
		Post post = post(request.variable());
		JsonNode body = request.json();
		LocalDate on = LocalDate.parse(request.text("date"));
		parts.readings()
			.add(post.articleId(), body.path("index").asInt(1), on,
					new Figures(body.path("readUser").asInt(0), body.path("shareUser").asInt(0),
							body.path("zaikanUser").asInt(0), body.path("likeUser").asInt(0),
							body.path("commentCount").asInt(0)));
		return Map.of("ok", true);
	}

	/** A person reads, shares, likes or comments an article. */
	Object deed(ControlRequest request) {
		String personId = parts.world()
			.person(request.variable())
			.orElseThrow(() -> new NoSuchElementException("没有编号为 " + request.variable() + " 的人"))
			.id();
		parts.readings()
			.did(post(request.text("articleId")), request.json().path("index").asInt(1), personId,
					Readings.Kind.valueOf(request.text("kind").toUpperCase(Locale.ROOT)));
		return Map.of("ok", true);
	}

	private Post post(String articleId) {
		return mass.posts().find(articleId).orElseThrow(() -> new NoSuchElementException("没有这篇文章：" + articleId));
	}

	private String account(ControlRequest request) {
		return parts.world()
			.account(request.variable())
			.orElseThrow(() -> new NoSuchElementException("没有这个公众号：" + request.variable()))
			.appId();
	}

	private static long number(ControlRequest request) {
		if (!request.variable().matches("\\d{1,18}")) {
			throw new NoSuchElementException("没有这次群发：" + request.variable());
		}
		return Long.parseLong(request.variable());
	}

	/** A mass send as the control interface shows it. */
	record MassView(long msgId, long msgDataId, @Nullable String clientMsgId, boolean byHand, boolean toAll,
			String type, List<String> titles, String articleId, Instant at, MassJob.State state, String status,
			MassJob.Counts counts) {

		static MassView of(MassJob job) {
			return new MassView(job.msgId(), job.msgDataId(), job.clientMsgId(), job.byHand(), job.target().all(),
					job.body().type(), job.body().articles().stream().map(SimArticle::title).toList(),
					job.body().articleId(), job.at(), job.state(), job.status(), job.counts());
		}

	}

	/** Articles that went out together. */
	record PostView(String articleId, long msgDataId, Instant at, boolean notified, boolean gone, List<String> titles,
			List<String> addresses, List<String> stripped) {
	}

}
