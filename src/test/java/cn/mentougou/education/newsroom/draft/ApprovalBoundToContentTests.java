package cn.mentougou.education.newsroom.draft;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.newsroom.board.BoardDetails;
import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.board.StandingBoard;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsItems;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.review.ReviewState;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
class ApprovalBoundToContentTests {

	@Autowired
	private BeanFactory beans;

	@Autowired
	private ApprovedNews approved;

	@Autowired
	private Reviews reviews;

	@Autowired
	private NewsReviews newsReviews;

	@Autowired
	private Boards boards;

	@Autowired
	private JdbcClient jdbc;

	private NewsItems items;

	@BeforeEach
	void prepare() {
		this.items = new NewsItems(this.beans);
	}

	/** Each field of a draft, changed. */
	static Stream<Map.Entry<String, UnaryOperator<NewsDraft>>> changes() {
		Map<String, UnaryOperator<Object[]>> fields = new LinkedHashMap<>();
		set(fields, "title", 0, "改了标题");
		set(fields, "author", 1, "另一位作者");
		set(fields, "digest", 2, "改了摘要");
		set(fields, "body", 3, "<p>改了正文</p>");
		set(fields, "level", 4, NewsLevel.BEIJING);
		set(fields, "boards", 5, List.of(1L, 2L));
		set(fields, "topics", 6, "高考");
		set(fields, "outletId", 7, 1L);
		set(fields, "sourceOutlet", 8, "北京日报");
		set(fields, "sourceOn", 9, LocalDate.of(2026, 5, 4));
		set(fields, "sourceLink", 10, "https://example.org/a");
		set(fields, "videoLink", 11, "https://example.org/v");
		set(fields, "aiUse", 14, AiUse.USED);
		set(fields, "correction", 15, "原文日期有误");
		return fields.entrySet()
			.stream()
			.map((field) -> Map.entry(field.getKey(), (draft) -> of(field.getValue(), draft)));
	}

	private static void set(Map<String, UnaryOperator<Object[]>> fields, String name, int place, Object value) {
		fields.put(name, (values) -> {
			values[place] = value;
			return values;
		});
	}

	@SuppressWarnings("unchecked")
	private static NewsDraft of(UnaryOperator<Object[]> change, NewsDraft draft) {
		Object[] v = change.apply(new Object[] { draft.title(), draft.author(), draft.digest(), draft.body(),
				draft.level(), draft.boards(), draft.topics(), draft.outletId(), draft.sourceOutlet(), draft.sourceOn(),
				draft.sourceLink(), draft.videoLink(), draft.cover(), draft.attachments(), draft.aiUse(),
				draft.correction() });
		return new NewsDraft((String) v[0], (String) v[1], (String) v[2], (String) v[3], (NewsLevel) v[4],
				(List<Long>) v[5], (String) v[6], (Long) v[7], (String) v[8], (LocalDate) v[9], (String) v[10],
				(String) v[11], (Long) v[12], (List<Long>) v[13], (AiUse) v[14], (String) v[15]);
	}

	@ParameterizedTest
	@MethodSource("changes")
	void changeOfAnyFieldVoidsTheApprovalAndKeepsWhatIsShown(Map.Entry<String, UnaryOperator<NewsDraft>> change) {
		NewsDraft text = this.items.text("运动会");
		NewsId id = this.items.approved(text);
		ApprovedItem before = this.approved.ready(id).orElseThrow();
		this.items.edit(id, change.getValue().apply(text));
		assertThat(this.newsReviews.find(id.text()).orElseThrow().contentHash()).isNotEqualTo(before.contentHash());
		assertThat(this.reviews.state(Releases.KIND, id.text())).isEqualTo(ReviewState.VOIDED);
		assertThat(this.approved.ready(id)).isEmpty();
		assertThat(this.approved.shown(id)).contains(before);
		assertThat(this.items.item(id).stage()).isEqualTo(Stage.CHANGED);
	}

	@Test
	void approvedAgainTakesThePlaceOfTheOldOne() {
		NewsId id = this.items.approved("开学第一课");
		ApprovedItem first = this.approved.shown(id).orElseThrow();
		this.items.edit(id, this.items.text("开学第一课（更新）"));
		this.items.approve(id);
		ApprovedItem second = this.approved.ready(id).orElseThrow();
		assertThat(second.version()).isEqualTo(first.version() + 1);
		assertThat(second.firstShownAt()).isEqualTo(first.firstShownAt());
		assertThat(this.approved.shown(id)).contains(second);
	}

	@Test
	void correctionSaysWhatWasWrong() {
		NewsId id = this.items.approved("招生咨询会");
		NewsDraft text = this.items.text("招生咨询会");
		this.items.edit(id, of((values) -> {
			values[15] = "日期应为 5 月 4 日";
			return values;
		}, text));
		this.items.approve(id);
		assertThat(this.approved.shown(id).orElseThrow().correction())
			.satisfies((correction) -> assertThat(correction.what()).isEqualTo("日期应为 5 月 4 日"));
	}

	@Test
	void withdrawnItemLeavesATombstoneAndNothingElse() {
		NewsId id = this.items.approved("误发的消息");
		this.items.withdraw(id, "内容有误");
		assertThat(this.approved.shown(id)).isEmpty();
		assertThat(this.approved.ready(id)).isEmpty();
		assertThat(this.approved.latest(NewsListQuery.newest(50))).extracting(ApprovedItem::id).doesNotContain(id);
		assertThat(this.approved.tombstone(id).orElseThrow().reason()).isEqualTo("内容有误");
		assertThat(this.approved.tombstonesSince(this.approved.tombstone(id).orElseThrow().withdrawnAt())).isNotEmpty();
		NewsDraft text = this.items.text("再写一次");
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.items.edit(id, text));
	}

	@Test
	void eachListHasItsOwn() {
		NewsId district = this.items.approved("我区消息");
		NewsId national = this.items.approved(this.items.text("国家消息", NewsLevel.NATIONAL, StandingBoard.MEDIA));
		BoardId media = this.boards.standing(StandingBoard.MEDIA).ref().id();
		assertThat(ids(new NewsListQuery(NewsLevel.NATIONAL, null, null, 50))).contains(national)
			.doesNotContain(district);
		assertThat(ids(NewsListQuery.newest(media, 50))).contains(national).doesNotContain(district);
		assertThat(ids(new NewsListQuery(NewsLevel.DISTRICT, media, null, 50))).doesNotContain(national, district);
		assertThat(ids(NewsListQuery.newest(50))).contains(national, district);
		assertThat(this.approved.newestOn(media)).isPresent();
	}

	private List<NewsId> ids(NewsListQuery query) {
		return this.approved.latest(query).stream().map(ApprovedItem::id).toList();
	}

	@Test
	void boardOfTheStaffIsNotForThePublicUntilSomebodyDecidesSo() {
		NewsId id = this.items.approved(this.items.text("舆情摘要", NewsLevel.DISTRICT, StandingBoard.OPINION));
		assertThat(this.approved.shown(id)).isEmpty();
		var board = this.boards.standing(StandingBoard.OPINION);
		this.boards.change(this.items.editor(), board.ref().id(), board.revision(),
				new BoardDetails(board.title(), null, null, true, null, 0));
		assertThat(this.approved.shown(id)).isPresent();
		assertThat(ids(NewsListQuery.newest(board.ref().id(), 50))).contains(id);
	}

	@Test
	void whatChangedUnderTheApprovalInTheDatabaseIsNotReleased() {
		NewsId id = this.items.draft(this.items.text("原文"));
		this.items.submit(id);
		this.jdbc.sql("UPDATE news_version SET title = '别的' WHERE item_id = :id").param("id", id.value()).update();
		assertThat(this.newsReviews.find(id.text()).orElseThrow().contentHash())
			.isNotEqualTo(this.jdbc.sql("SELECT content_hash FROM news_version WHERE item_id = :id")
				.param("id", id.value())
				.query(String.class)
				.single());
	}

	@Test
	void eachChangeHasASecondOfItsOwn() {
		this.items.approved("一");
		var first = this.approved.lastChange();
		this.items.approved("二");
		assertThat(this.approved.lastChange()).isAfter(first);
	}

	@Test
	void unfinishedItemIsNotHandedIn() {
		NewsId id = this.items.draft(NewsDraft.blank());
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.newsReviews.submit(this.items.editor(), id))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("draft.obstacles"));
	}

}
