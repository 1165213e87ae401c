package cn.mentougou.wechatsim.figure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.article.Posts;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;

/**
 * The calls for figures. The last day asked for is yesterday at the latest, and its
 * figures are complete after eight in the morning: until then the newer calls say that
 * they are late, the older ones refuse (接口文档 图文分析数据接口).
 */
public final class DataCubeApi {

	private static final LocalTime COMPLETE = LocalTime.of(8, 0);

	private static final int FOLLOWED = 30;

	private final World world;

	private final Posts posts;

	private final Readings readings;

	public DataCubeApi(World world, Posts posts, Readings readings) {
		this.world = world;
		this.posts = posts;
		this.readings = readings;
	}

	public List<Endpoint> endpoints() {
		return List.of(post("getarticleread", (call, span) -> articles(call, span, true)),
				post("getarticleshare", (call, span) -> articles(call, span, false)),
				post("getbizsummary", this::summary), post("getarticletotaldetail", this::totals),
				post("getusersummary", this::userSummary), post("getusercumulate", this::userCumulate));
	}

	private Endpoint post(String name, BiFunction<ApiCall, Span, Object> answer) {
		int longest = switch (name) {
			case "getarticleread", "getarticleshare" -> 1;
			case "getusersummary", "getusercumulate" -> 7;
			default -> 30;
		};
		return Endpoint.post("/datacube/" + name, Permission.VERIFIED,
				(call) -> answer.apply(call, span(call, longest)));
	}

	private Span span(ApiCall call, int longest) {
		LocalDate begin = date(call.text("begin_date"));
		LocalDate end = date(call.text("end_date"));
		LocalDate today = LocalDate.now(world.clock());
		if (begin.isAfter(end) || !end.isBefore(today) || ChronoUnit.DAYS.between(begin, end) >= longest) {
			throw new ApiError(ErrorCode.DATE_RANGE);
		}
		return new Span(begin, end, end.equals(today.minusDays(1)) && !isComplete(call));
	}

	/** Whether yesterday is counted. */
	private boolean isComplete(ApiCall call) {
		return !LocalTime.now(world.clock()).isBefore(COMPLETE) && !readings.isLate(call.account().appId());
	}

	private static LocalDate date(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			throw new ApiError(ErrorCode.DATE_FORMAT);
		}
	}

	private Object articles(ApiCall call, Span span, boolean read) {
		List<Object> list = new ArrayList<>();
		for (LocalDate day : span.countedDays()) {
			eachArticle(call, (post, index) -> {
				Figures figures = readings.of(post, index, day);
				if (!figures.isNone()) {
					list.add(row(day, post.msgDataId() + "_" + index,
							read ? readDetail(post, figures) : Map.of("share_user", figures.shareUser())));
				}
			});
		}
		return answer(list, span);
	}

	private Object summary(ApiCall call, Span span) {
		List<Object> list = new ArrayList<>();
		for (LocalDate day : span.countedDays()) {
			Figures[] sum = { Figures.NONE };
			eachArticle(call, (post, index) -> sum[0] = sum[0].plus(readings.of(post, index, day)));
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("ref_date", day.toString());
			row.put("detail", detail(sum[0], true));
			list.add(row);
		}
		return answer(list, span);
	}

	private Object totals(ApiCall call, Span span) {
		List<Object> list = new ArrayList<>();
		LocalDate last = LocalDate.now(world.clock()).minusDays(1);
		boolean complete = isComplete(call);
		LocalDate counted = complete ? last : last.minusDays(1);
		eachArticle(call, (post, index) -> {
			LocalDate on = day(post.at());
			if (on.isBefore(span.begin()) || on.isAfter(span.end())) {
				return;
			}
			List<Object> days = new ArrayList<>();
			for (LocalDate day = on; !day.isAfter(counted)
					&& day.isBefore(on.plusDays(FOLLOWED)); day = day.plusDays(1)) {
				Map<String, Object> figures = new LinkedHashMap<>();
				figures.put("stat_date", day.toString());
				figures.putAll(detail(readings.of(post, index, day), post.notified()));
				days.add(figures);
			}
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("ref_date", on.toString());
			row.put("msgid", post.msgDataId() + "_" + index);
			row.put("publish_type", post.notified() ? 0 : 1);
			row.put("detail_list", days);
			list.add(row);
		});
		return Map.of("list", list, "is_delay", !complete);
	}

	private void eachArticle(ApiCall call, ArticleVisitor visitor) {
		for (Post post : posts.of(call.account().appId())) {
			for (int index = 1; index <= post.articles().size(); index++) {
				visitor.visit(post, index);
			}
		}
	}

	private static Map<String, Object> row(LocalDate day, String msgid, Map<String, Object> detail) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("ref_date", day.toString());
		row.put("msgid", msgid);
		row.put("detail", detail);
		return row;
	}

	private static Map<String, Object> readDetail(Post post, Figures figures) {
		return Map.of("read_user", figures.readUser(), "read_user_source", sources(figures, post.notified()));
	}

	private static Map<String, Object> detail(Figures figures, boolean notified) {
		Map<String, Object> detail = new LinkedHashMap<>();
		detail.put("read_user", figures.readUser());
		detail.put("read_user_source", sources(figures, notified));
		detail.put("share_user", figures.shareUser());
		detail.put("zaikan_user", figures.zaikanUser());
		detail.put("like_user", figures.likeUser());
		detail.put("comment_count", figures.commentCount());
		return detail;
	}

	private static List<Object> sources(Figures figures, boolean notified) {
		int chat = notified ? figures.readUser() - figures.readUser() / 5 : 0;
		return List.of(Map.of("scene_desc", "全部", "user_count", figures.readUser()),
				Map.of("scene_desc", "公众号消息", "user_count", chat),
				Map.of("scene_desc", "其他", "user_count", figures.readUser() - chat));
	}

	private static Object answer(List<Object> list, Span span) {
		return Map.of("list", list, "is_delay", span.late());
	}

	private Object userSummary(ApiCall call, Span span) {
		refuseIfLate(span);
		List<Object> list = new ArrayList<>();
		for (LocalDate day : span.countedDays()) {
			list.add(Map.of("ref_date", day.toString(), "user_source", 0, "new_user", followed(call, day, true),
					"cancel_user", 0));
		}
		return Map.of("list", list);
	}

	private Object userCumulate(ApiCall call, Span span) {
		refuseIfLate(span);
		List<Object> list = new ArrayList<>();
		for (LocalDate day : span.countedDays()) {
			list.add(Map.of("ref_date", day.toString(), "cumulate_user", followed(call, day, false)));
		}
		return Map.of("list", list);
	}

	private static void refuseIfLate(Span span) {
		if (span.late()) {
			throw new ApiError(ErrorCode.DATA_NOT_READY);
		}
	}

	/** Those who follow now and came on the day, or by the day. */
	private int followed(ApiCall call, LocalDate day, boolean onTheDay) {
		Instant end = day.plusDays(1).atStartOfDay(SimClock.BEIJING).toInstant();
		return world.followers().page(call.account().appId(), "", 0, (follower) -> {
			Instant at = follower.subscribedAt();
			return follower.subscribed() && at != null && at.isBefore(end)
					&& (!onTheDay || !at.isBefore(end.minus(Duration.ofDays(1))));
		}).total();
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, SimClock.BEIJING);
	}

	/** Looks at one article. */
	private interface ArticleVisitor {

		void visit(Post post, int index);

	}

	/** The days asked for, and whether the last of them is not counted yet. */
	private record Span(LocalDate begin, LocalDate end, boolean late) {

		List<LocalDate> countedDays() {
			return begin.datesUntil(late ? end : end.plusDays(1)).toList();
		}

	}

}
