package cn.mentougou.education.newsroom.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * The calls for figures, which the SDK does not know: {@code getbizsummary} and
 * {@code getarticletotaldetail} (图文分析数据接口). An answer may say that it is late
 * ({@code is_delay}); then it is asked for again.
 */
@Component
class WxMpFigures {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WxMpClients clients;

	WxMpFigures(WxMpClients clients) {
		this.clients = clients;
	}

	/** All articles of the account together, by the day. */
	Called<Days> days(String appId, LocalDate from, LocalDate until) {
		return WxMpCalls.make(() -> days(ask(appId, "/datacube/getbizsummary", from, until)));
	}

	/** The articles that went out between two days, and their days since. */
	Called<Articles> articles(String appId, LocalDate from, LocalDate until) {
		return WxMpCalls.make(() -> articles(ask(appId, "/datacube/getarticletotaldetail", from, until)));
	}

	private JsonNode ask(String appId, String path, LocalDate from, LocalDate until) throws WxErrorException {
		WxMpService client = this.clients.of(appId);
		String url = WxMpHostConfig.buildUrl(client.getWxMpConfigStorage().getHostConfig(),
				WxMpHostConfig.API_DEFAULT_HOST_URL, path);
		String body = JSON.createObjectNode()
			.put("begin_date", from.toString())
			.put("end_date", until.toString())
			.toString();
		JsonNode answer = JSON.readTree(client.post(url, body));
		if (!answer.path("list").isArray()) {
			throw new IllegalStateException("an answer without a list");
		}
		return answer;
	}

	private static Days days(JsonNode answer) {
		List<Day> days = new ArrayList<>();
		answer.path("list").forEach((row) -> days.add(new Day(date(row.path("ref_date")), tally(row.path("detail")))));
		return new Days(days, isLate(answer));
	}

	private static Articles articles(JsonNode answer) {
		List<Article> articles = new ArrayList<>();
		for (JsonNode row : answer.path("list")) {
			String[] id = row.path("msgid").asString("").split("_");
			if (id.length != 2 || !id[1].matches("\\d{1,4}")) {
				throw new IllegalStateException("a msgid of another form");
			}
			List<Day> days = new ArrayList<>();
			row.path("detail_list").forEach((day) -> days.add(new Day(date(day.path("stat_date")), tally(day))));
			articles.add(new Article(id[0], Integer.parseInt(id[1]), date(row.path("ref_date")),
					row.path("publish_type").asInt(0) == 0, days));
		}
		return new Articles(articles, isLate(answer));
	}

	private static LocalDate date(JsonNode node) {
		try {
			return LocalDate.parse(node.asString(""));
		}
		catch (DateTimeException ex) {
			throw new IllegalStateException("a date of another form", ex);
		}
	}

	private static Tally tally(JsonNode node) {
		return new Tally(node.path("read_user").asInt(0), node.path("share_user").asInt(0),
				node.path("zaikan_user").asInt(0), node.path("like_user").asInt(0),
				node.path("comment_count").asInt(0));
	}

	private static boolean isLate(JsonNode answer) {
		return answer.path("is_delay").asBoolean(false);
	}

	/** Some days, and whether the last of them is not complete. */
	record Days(List<Day> days, boolean isLate) {
	}

	/** One day. */
	record Day(LocalDate on, Tally tally) {
	}

	/** Some articles, and whether their last day is not complete. */
	record Articles(List<Article> articles, boolean isLate) {
	}

	/** One article, by the platform's number and its place. */
	record Article(String dataId, int place, LocalDate publishedOn, boolean isNotified, List<Day> days) {
	}

}
