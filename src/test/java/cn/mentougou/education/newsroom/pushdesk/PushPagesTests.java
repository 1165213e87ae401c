package cn.mentougou.education.newsroom.pushdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.newsroom.push.Target;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.newsroom.pushseries.SeriesBook;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class PushPagesTests {

	private static final String PATH = "/console/pushes";

	private static final String APP_ID = EngineProperties.SUBSCRIPTION;

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private Plans plans;

	@Autowired
	private Standstill standstill;

	@Autowired
	private SeriesBook series;

	@Autowired
	private PushToday today;

	@Autowired
	private PushWarnings warnings;

	@Autowired
	private JdbcClient jdbc;

	private Actor editor;

	private Actor leader;

	/** A day far from others' pushes. */
	private final LocalDate day = LocalDate.ofInstant(Instant.now(), PushWords.BEIJING).plusDays(40);

	@BeforeEach
	void found(@Autowired District district) {
		this.editor = district.holding(Role.EDITOR, district.commission());
		this.leader = district.holding(Role.LEADER, district.commission());
	}

	private PushPlanId planned(LocalDateTime at, long... items) {
		List<NewsId> news = Arrays.stream(items).mapToObj(NewsId::new).toList();
		return this.plans.create(this.editor, new PlanForm(APP_ID, PushWords.instant(at), Verb.MASS, Target.everybody(),
				news, LatePolicy.ask(), null));
	}

	private LocalDateTime evening() {
		return this.day.atTime(17, 30);
	}

	@Test
	void calendarListsThePushesAndOffersThemAsData() {
		PushPlanId id = planned(evening(), 901);
		assertThat(this.browser.get(this.editor, PATH + "?date=" + this.day)).hasStatusOk()
			.bodyText()
			.contains(PATH + "/" + id.value(), "稿件 901", "今天还可群发", "新建推送");
		String range = "?start=" + this.day + "T00:00:00&end=" + this.day.plusDays(1) + "T00:00:00";
		assertThat(this.browser.get(this.editor, PATH + "/events" + range)).hasStatusOk()
			.bodyText()
			.contains("\"start\":\"" + evening(), "\"url\":\"" + PATH + "/" + id.value(), "\"editable\":true",
					"warned");
		assertThat(this.browser.get(this.editor, PATH + "/days" + range)).hasStatusOk()
			.bodyText()
			.contains("订阅号可群发 1 次", "服务号可群发");
		assertThat(this.browser.get(this.editor, PATH + "/events" + range + "&account=" + EngineProperties.SERVICE))
			.hasStatusOk()
			.bodyText()
			.doesNotContain(PATH + "/" + id.value());
		assertThat(this.browser.get(this.editor, PATH + "?date=yesterday")).hasStatus4xxClientError();
	}

	@Test
	void pushIsPlannedOrderedMovedAndCancelled() {
		Map<String, String> typed = Map.of("act", "save", "account", APP_ID, "at", evening().toString(), "verb", "MASS",
				"late", "UNTIL", "lateUntil", evening().plusHours(2).toString(), "items", "911,912", "revision", "0");
		assertThat(this.browser.get(this.editor, PATH + "/new?day=" + this.day)).hasStatusOk();
		MvcTestResult created = this.browser.post(this.editor, PATH, typed);
		assertThat(created).hasStatus3xxRedirection();
		String page = String.valueOf(created.getResponse().getRedirectedUrl());
		assertThat(this.browser.get(this.editor, page)).hasStatusOk()
			.bodyText()
			.contains("已排期，有稿件未批准", "稿件 911", "没有批准，或批准后又改过", "改期", "群发给全部关注者");
		assertThat(this.browser.get(this.editor, page + "/edit")).hasStatusOk()
			.bodyText()
			.contains("value=\"911\"", "上移", "下移");
		assertThat(
				this.browser.post(this.editor, page + "/edit",
						Map.of("act", "up:1", "account", APP_ID, "items", "911,912", "at", evening().toString(),
								"revision", "1")))
			.hasStatusOk()
			.bodyText()
			.containsSubsequence("value=\"912\"", "value=\"911\"");
		assertThat(this.browser.post(this.editor, page + "/slot", Map.of("at", evening().plusHours(1).toString(),
				"revision", "1", "view", "timeGridWeek", "date", this.day.toString())))
			.hasRedirectedUrl(PATH + "?view=timeGridWeek&date=" + this.day);
		PlanView moved = view(page);
		assertThat(moved.slot()).isEqualTo(PushWords.instant(evening().plusHours(1)));
		assertThat(moved.late().until()).isEqualTo(PushWords.instant(evening().plusHours(3)));
		MvcTestResult stale = this.browser.post(this.editor, page + "/slot",
				Map.of("at", evening().toString(), "revision", "1"));
		assertThat(String.valueOf(stale.getMvcResult().getFlashMap().get("problem"))).startsWith("没有改期");
		assertThat(this.browser.get(this.editor, page + "/cancel")).hasStatusOk().bodyText().contains("取消以后不会发出");
		assertThat(this.browser.post(this.editor, page + "/cancel", Map.of())).hasStatus3xxRedirection();
		assertThat(view(page).state()).isEqualTo(PlanState.CANCELLED);
	}

	private PlanView view(String page) {
		return this.plans.find(new PushPlanId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)))).orElseThrow();
	}

	@Test
	void whatCannotBeSavedIsSaidAndKept() {
		assertThat(this.browser.post(this.editor, PATH,
				Map.of("act", "save", "account", APP_ID, "at", evening().toString(), "late", "ASK", "revision", "0")))
			.hasStatusOk()
			.bodyText()
			.contains("一次推送要有一篇到 8 篇文章", evening().toString());
	}

	@Test
	void conflictsAndDuplicatesAreWarnedOf() {
		planned(evening(), 921);
		PlanForm second = new PlanForm(APP_ID, PushWords.instant(evening().plusHours(1)), Verb.MASS, Target.everybody(),
				List.of(new NewsId(921), new NewsId(921)), LatePolicy.ask(), null);
		assertThat(this.warnings.of(second, 0)).anyMatch((warning) -> warning.contains("一天只能群发一次"))
			.anyMatch((warning) -> warning.contains("“稿件 921”在") && warning.contains("也排了"))
			.anyMatch((warning) -> warning.contains("排了两遍"));
		PlanForm published = new PlanForm(APP_ID, Instant.now().minus(Duration.ofHours(1)), Verb.PUBLISH,
				Target.everybody(), List.of(), LatePolicy.ask(), null);
		assertThat(this.warnings.of(published, 0)).anyMatch((warning) -> warning.contains("已经过去"))
			.anyMatch((warning) -> warning.contains("还没有稿件"))
			.noneMatch((warning) -> warning.contains("一天只能群发一次"));
	}

	@Test
	void refusedPushSaysWhatToDoAndIsRepeatedOnlyAfterALook() {
		PushPlanId id = planned(evening(), 931);
		this.jdbc.sql("UPDATE push_plan SET state = 'REFUSED', reason = 'err(30002)' WHERE id = ?")
			.param(id.value())
			.update();
		String page = PATH + "/" + id.value();
		assertThat(this.browser.get(this.editor, page)).hasStatusOk()
			.bodyText()
			.contains("被微信拒绝", "原创校验认为这篇不能群发", "编辑核对稿源", "再发一次…", "人工接管…");
		assertThat(this.browser.get(this.editor, page + "/again")).hasStatusOk().bodyText().contains("关注者会收到两遍");
		assertThat(this.browser.post(this.editor, page + "/again", Map.of())).hasRedirectedUrl(page + "/again");
		assertThat(this.browser.post(this.editor, page + "/again", Map.of("looked", "true"))).hasRedirectedUrl(page);
		assertThat(view(page).generation()).isEqualTo(2);
	}

	@Test
	void pushThatIsStillAskedAboutIsNotOfferedAgain() {
		PushPlanId id = planned(evening(), 936);
		String asked = "UPDATE push_plan SET state = 'UNKNOWN', reason = '40007', next_try_at = ? WHERE id = ?";
		this.jdbc.sql(asked).params("2026-01-01", id.value()).update();
		assertThat(this.browser.get(this.editor, PATH + "/" + id.value())).bodyText().doesNotContain("再发一次…");
		this.jdbc.sql(asked).params("9999-01-02", id.value()).update();
		assertThat(this.browser.get(this.editor, PATH + "/" + id.value())).bodyText().contains("再发一次…");
	}

	@Test
	void pushIsTakenOverByHandAndTied() {
		PushPlanId id = planned(evening(), 941);
		String page = PATH + "/" + id.value();
		assertThat(this.browser.post(this.editor, page + "/handover", Map.of())).hasStatus(409);
		assertThat(this.browser.get(this.editor, page + "/take-over")).hasStatusOk().bodyText().contains("由您手工发出");
		assertThat(this.browser.post(this.editor, page + "/take-over", Map.of())).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page)).hasStatusOk().bodyText().contains("对上");
		this.browser.post(this.editor, page + "/tie", Map.of("number", "abc"));
		assertThat(view(page).platformId()).isNull();
		this.browser.post(this.editor, page + "/tie", Map.of("number", "1000000338"));
		assertThat(view(page).platformId()).isEqualTo("1000000338");
	}

	@Test
	void commentsAreOffUnlessSomebodyAnswersForThem() {
		String page = PATH + "/" + planned(evening(), 951).value();
		this.browser.post(this.editor, page + "/comments", Map.of("on", "true"));
		assertThat(view(page).moderator()).isEqualTo(this.editor.id());
		this.browser.post(this.editor, page + "/comments", Map.of());
		assertThat(view(page).moderator()).isNull();
	}

	@Test
	void everythingIsPausedByTheLeaderAloneAndSaidLoudly() {
		String page = PATH + "/" + planned(evening(), 961).value();
		assertThat(this.browser.post(this.editor, PATH + "/standstill", Map.of("on", "true"))).hasStatus(403);
		assertThat(this.browser.get(this.leader, PATH + "/standstill")).hasStatusOk().bodyText().contains("暂停全部推送？");
		this.browser.post(this.leader, PATH + "/standstill", Map.of("on", "true"));
		assertThat(this.standstill.isOn()).isTrue();
		for (String shown : List.of(PATH, page)) {
			assertThat(this.browser.get(this.editor, shown)).hasStatusOk().bodyText().contains("全部推送已暂停");
		}
		this.browser.post(this.leader, PATH + "/standstill", Map.of("on", "false"));
		assertThat(this.browser.get(this.editor, PATH)).bodyText().doesNotContain("全部推送已暂停");
	}

	@Test
	void todaySaysWhatIsNotApprovedAndWhatIsMissing() {
		planned(LocalDateTime.now(PushWords.BEIJING).plusHours(2), 971);
		assertThat(titles()).anyMatch((title) -> title.contains("有稿件没有批准"));
		assertThat(this.today.entriesFor(Actor.visitor("x"), LocalDate.now(PushWords.BEIJING))).isEmpty();
	}

	private List<String> titles() {
		return this.today.entriesFor(this.editor, LocalDate.now(PushWords.BEIJING))
			.stream()
			.map(TodayEntry::title)
			.toList();
	}

	@Test
	void codesAndFiguresAreListed() {
		assertThat(this.browser.get(this.leader, PATH + "/codes")).hasStatusOk()
			.bodyText()
			.contains("err(40002)", "53505", "40164", "publish 4", "已经用掉");
		assertThat(this.browser.get(this.leader, PATH + "/figures?year=" + this.day.getYear())).hasStatusOk()
			.bodyText()
			.contains("推送统计", "送达人次");
	}

	@Test
	void seriesKeepsItsPlaceUntilItIsFilled() {
		Map<String, String> typed = Map.of("title", "每日教育新闻", "account", APP_ID, "at", "17:30", "verb", "MASS", "late",
				"UNTIL", "lateMinutes", "90", "days", "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY",
				"revision", "0");
		assertThat(this.browser.get(this.editor, "/console/push-series/new")).hasStatusOk().bodyText().contains("周三");
		assertThat(this.browser.post(this.editor, "/console/push-series", typed)).hasStatus3xxRedirection();
		long id = this.series.all()
			.stream()
			.filter((one) -> one.title().equals("每日教育新闻"))
			.findFirst()
			.orElseThrow()
			.id();
		assertThat(this.browser.get(this.editor, "/console/push-series")).bodyText().contains("每天 17:30");
		String range = "?start=" + this.day + "&end=" + this.day.plusDays(1);
		assertThat(this.browser.get(this.editor, PATH + "/events" + range)).bodyText().contains("待排｜订阅号｜每日教育新闻");
		assertThat(this.browser.get(this.editor, PATH + "/new?series=" + id + "&day=" + this.day)).hasStatusOk()
			.bodyText()
			.contains("系列：每日教育新闻", this.day + "T17:30", this.day + "T19:00");
		this.plans.create(this.editor, new PlanForm(APP_ID, PushWords.instant(evening()), Verb.MASS, Target.everybody(),
				List.of(new NewsId(981)), LatePolicy.ask(), "每日教育新闻"));
		assertThat(this.browser.get(this.editor, PATH + "/events" + range)).bodyText()
			.doesNotContain("待排｜")
			.contains("【每日教育新闻】稿件 981");
		assertThat(this.browser.get(this.editor, "/console/push-series/" + id)).hasStatusOk()
			.bodyText()
			.contains("17:30");
		this.browser.post(this.editor, "/console/push-series/" + id + "/end", Map.of());
		assertThat(this.series.find(id).isActive()).isFalse();
		assertThat(this.browser.post(this.editor, "/console/push-series/" + id, typed)).hasStatusOk()
			.bodyText()
			.contains("别人已经改了或结束了这个系列");
		assertThat(this.browser.get(this.editor, "/console/push-series/" + id + "/end")).hasStatusOk();
		assertThat(this.series.find(id).at()).isEqualTo(LocalTime.of(17, 30));
	}

}
