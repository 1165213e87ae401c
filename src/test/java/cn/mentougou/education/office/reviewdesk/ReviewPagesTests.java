package cn.mentougou.education.office.reviewdesk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.review.Approvals;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.office.review.ReviewState;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.office.review.SampleWork;
import cn.mentougou.education.office.review.SecrecyForm;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Reviews as they are worked with in the console. */
@PageTest
class ReviewPagesTests {

	private static final String KIND = SampleWork.KIND;

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private Reviews reviews;

	@Autowired
	private ReviewRegister register;

	@Autowired
	private SampleWork works;

	@Autowired
	private ObjectProvider<TodaySource> today;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private long section;

	private String id;

	private String page;

	private Actor submitter;

	private Actor reviewer;

	private Actor leader;

	@BeforeEach
	void submit() {
		this.section = this.district.unit(UnitKind.SECTION, "中小教科").value();
		this.id = this.works.write(this.section, "<b>今年的入学政策</b>", Set.of(6_000_001L));
		this.submitter = Approvals.somebody(Role.SUBMITTER, this.section);
		this.reviewer = Approvals.somebody(Role.REVIEWER, this.section);
		this.leader = Approvals.somebody(Role.LEADER, this.section);
		this.reviews.submit(this.submitter, KIND, this.id);
		this.page = "/console/reviews/" + this.register.of(KIND, this.id).orElseThrow().id();
	}

	private Map<String, String> form() {
		Map<String, String> fields = new HashMap<>(Map.of("hash", hash(), "looked", "yes", "note-SOURCE", "与原件核对"));
		for (SecrecyForm.Concern concern : SecrecyForm.Concern.values()) {
			fields.put("answer-" + concern, "clear");
		}
		return fields;
	}

	private String hash() {
		return this.works.find(this.id).orElseThrow().contentHash();
	}

	private List<String> todayOf(Actor actor) {
		return this.today.stream()
			.flatMap((source) -> source.entriesFor(actor, LocalDate.now(this.clock)).stream())
			.filter((entry) -> entry.href().startsWith("/console/reviews"))
			.map(TodayEntry::title)
			.toList();
	}

	@Test
	void itemGoesFromTheSectionToTheLeader() {
		assertThat(this.browser.get(this.reviewer, "/console/reviews")).hasStatusOk()
			.bodyText()
			.contains("等我办理", "&lt;b&gt;今年的入学政策", "中小教科", "待保密审查", "还剩 1 个工作日");
		assertThat(this.browser.get(this.leader, "/console/reviews")).bodyText().contains("现在没有等您审查或审批的内容");
		assertThat(todayOf(this.reviewer)).containsExactly("请做保密审查：测试内容“<b>今年的入学政策</b>”");
		assertThat(this.browser.get(this.reviewer, this.page)).hasStatusOk()
			.bodyText()
			.contains("保密审查表", "打开将要发布的内容", "/console/help", "保守国家秘密法第三十五条", "退回修改")
			.doesNotContain("<b>今年");
		assertThat(this.browser.post(this.reviewer, this.page + "/secrecy", form()))
			.hasRedirectedUrl("/console/reviews");
		assertThat(this.reviews.state(KIND, this.id)).isEqualTo(ReviewState.SECRECY_PASSED);
		assertThat(todayOf(this.leader)).hasSize(1);
		assertThat(this.browser.get(this.leader, this.page)).bodyText()
			.contains("批准的正是现在这一版", "来源：没有问题（与原件核对）")
			.doesNotContain("保密审查表</h2>");
		assertThat(this.browser.post(this.leader, this.page + "/approve", Map.of("hash", hash())))
			.hasRedirectedUrl(this.page)
			.flash()
			.containsEntry("problem", "请先打开将要发布的内容逐项核对，再勾选“我已核对”。");
		assertThat(this.browser.post(this.leader, this.page + "/approve", Map.of("hash", "0", "looked", "yes")))
			.hasRedirectedUrl(this.page);
		assertThat(this.reviews.state(KIND, this.id)).isEqualTo(ReviewState.SECRECY_PASSED);
		assertThat(this.browser.post(this.leader, this.page + "/approve", Map.of("hash", hash(), "looked", "yes")))
			.hasRedirectedUrl("/console/reviews");
		assertThat(this.reviews.state(KIND, this.id)).isEqualTo(ReviewState.APPROVED);
		assertThat(this.browser.get(this.submitter, "/console/reviews?state=APPROVED")).bodyText().contains("今年的入学政策");
		assertThat(this.browser.get(this.submitter, "/console/reviews?state=SUBMITTED")).bodyText()
			.contains("没有符合条件的送审");
	}

	@Test
	void formSaysWhatIsMissingAndKeepsWhatWasWritten() {
		Map<String, String> fields = form();
		fields.remove("answer-MINORS");
		fields.put("note-COPYRIGHT", "图片是本报记者拍的");
		assertThat(this.browser.post(this.reviewer, this.page + "/secrecy", fields)).hasStatusOk()
			.bodyText()
			.contains("“未成年人”还没有回答", "图片是本报记者拍的");
		fields.put("answer-MINORS", "refused");
		assertThat(this.browser.post(this.reviewer, this.page + "/secrecy", fields)).hasStatusOk()
			.bodyText()
			.contains("“未成年人”选了“有问题”，请选择法律依据");
		fields.put("basis-MINORS", "未成年人保护法第七十二条");
		assertThat(this.browser.post(this.reviewer, this.page + "/secrecy", fields))
			.hasRedirectedUrl("/console/reviews");
		assertThat(this.browser.get(this.submitter, this.page)).bodyText().contains("已退回修改", "未成年人：有问题，依据未成年人保护法第七十二条");
		assertThat(todayOf(this.submitter)).singleElement().asString().startsWith("被退回，请修改后重新送审");
	}

	@Test
	void whoHadAHandInItIsToldWhyTheyCannotDecide() {
		Actor author = new Actor(Actor.Kind.STAFF, 6_000_001, "王小明", this.reviewer.grants(), "192.0.2.1");
		assertThat(this.browser.get(author, this.page)).hasStatusOk()
			.bodyText()
			.contains("不能再由您审查或审批")
			.doesNotContain("提交审查意见");
		assertThat(this.browser.post(author, this.page + "/secrecy", form())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(todayOf(author)).isEmpty();
		assertThat(this.browser.post(this.leader, this.page + "/secrecy", form())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void changedContentIsSaidLoudlyAndReturnedOrSubmittedAnew() {
		String seen = hash();
		this.works.change(this.id, "a".repeat(64));
		assertThat(this.browser.get(this.reviewer, this.page)).bodyText()
			.contains("内容在送审后有改动")
			.doesNotContain("提交审查意见");
		Map<String, String> fields = form();
		fields.put("hash", seen);
		assertThat(this.browser.post(this.reviewer, this.page + "/secrecy", fields)).hasRedirectedUrl(this.page);
		this.reviews.contentChanged(KIND, this.id, hash());
		assertThat(todayOf(this.submitter)).singleElement().asString().startsWith("送审后有改动，请重新送审");
		assertThat(this.browser.get(this.submitter, this.page)).bodyText().contains("改动后失效", "系统");
	}

	@Test
	void itemIsGivenBackAndUrged() {
		assertThat(this.browser.post(this.submitter, this.page + "/urge", Map.of())).hasRedirectedUrl(this.page);
		assertThat(this.browser.post(this.submitter, this.page + "/urge", Map.of())).flash()
			.containsEntry("done", "您一小时内已经督促过，不用再点。");
		assertThat(todayOf(this.reviewer)).singleElement().asString().endsWith("（已督促 1 次）");
		assertThat(this.browser.post(this.reviewer, this.page + "/return", Map.of())).hasRedirectedUrl(this.page);
		assertThat(this.browser.post(this.reviewer, this.page + "/return", Map.of("reason", "标题太长")))
			.hasRedirectedUrl("/console/reviews");
		assertThat(this.browser.get(this.submitter, this.page)).bodyText().contains("标题太长", "督促");
		this.reviews.submit(this.submitter, KIND, this.id);
		new Approvals(this.reviews).approve(KIND, this.id);
		assertThat(this.browser.post(this.submitter, this.page + "/urge", Map.of())).hasRedirectedUrl(this.page);
		assertThat(this.browser.get(this.leader, this.page)).bodyText().contains("收回批准，退回修改");
	}

	@Test
	void reviewOfAnotherUnitIsNotThere() {
		long other = this.district.unit(UnitKind.SCHOOL, "妙峰山学校").value();
		for (Role role : List.of(Role.SUBMITTER, Role.EDITOR, Role.DISCLOSURE_CLERK, Role.REVIEWER, Role.LEADER)) {
			Actor foreign = Approvals.somebody(role, other);
			assertThat(this.browser.get(foreign, this.page)).hasStatus(HttpStatus.NOT_FOUND);
			for (String act : List.of("/secrecy", "/approve", "/return", "/urge")) {
				assertThat(this.browser.post(foreign, this.page + act, form())).hasStatus(HttpStatus.NOT_FOUND);
			}
			assertThat(this.browser.get(foreign, "/console/reviews")).bodyText().doesNotContain("入学政策");
			assertThat(this.browser.get(foreign, "/console/reviews/lateness")).bodyText().doesNotContain("中小教科");
		}
	}

	@Test
	void latenessIsShownAndExported() {
		this.jdbc.sql("UPDATE review_item SET waiting_since = waiting_since - INTERVAL 30 DAY").update();
		assertThat(this.browser.get(this.leader, "/console/reviews/lateness")).hasStatusOk()
			.bodyText()
			.contains("中小教科", "其中超期\">1<");
		assertThat(this.browser.get(this.leader, "/console/reviews/lateness/export?year=x")).hasStatusOk()
			.bodyText()
			.contains("单位,送审,批准", "中小教科,1,0,0,0,0,0,0,0,1,1");
		assertThat(this.browser.get(this.leader, this.page)).bodyText().contains("已超期");
	}

}
