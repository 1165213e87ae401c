package cn.mentougou.education.wechat.followerdesk;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.mark.Marks;
import cn.mentougou.education.wechat.mark.Notes;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class FollowerPagesTests {

	private static final String APP_ID = EngineProperties.SERVICE;

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerRoll roll;

	@Autowired
	private Marks marks;

	@Autowired
	private Notes notes;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Actor editor;

	private String openId;

	private FollowerId id;

	private long tag;

	@BeforeEach
	void follow() {
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.openId = "o" + UUID.randomUUID();
		this.roll.listed(APP_ID, 1, List.of(this.openId), this.clock.instant().minusSeconds(60));
		this.roll.profiled(APP_ID, List.of(new FollowerRoll.Profile(this.openId, true,
				this.clock.instant().minusSeconds(90), null, "王小明妈妈", Set.of(), "ADD_SCENE_QR_CODE", "SCHOOL_7")),
				this.clock.instant(), Set.of());
		this.id = this.followers.find(APP_ID, this.openId).orElseThrow().id();
		this.jdbc
			.sql("INSERT INTO account_tag (app_id, platform_id, name, state, changed_at) VALUES (?, 105, '家长代表',"
					+ " 'READY', '2026-01-01')")
			.param(APP_ID)
			.update();
		this.tag = this.jdbc.sql("SELECT id FROM account_tag WHERE platform_id = 105").query(Long.class).single();
	}

	@Test
	void listShowsMaskedFollowersUnderItsFilters() {
		assertThat(this.browser.get(this.editor, "/console/followers?account=" + APP_ID)).hasStatusOk()
			.bodyText()
			.contains("王*妈", "扫描二维码", "SCHOOL_7", "在关注", "家长代表", "还没有与微信核对过名单")
			.doesNotContain(this.openId, "王小明妈妈");
		String today = LocalDate.now(this.clock).toString();
		for (String filter : List.of("scene=SCHOOL_7", "from=" + today, "until=" + today, "state=ALL")) {
			assertThat(this.browser.get(this.editor, "/console/followers?account=" + APP_ID + "&" + filter)).bodyText()
				.as(filter)
				.contains("SCHOOL_7");
		}
		for (String filter : List.of("scene=SCHOOL_8", "from=2100-01-01", "until=2014-01-01", "state=UNFOLLOWED",
				"tag=105")) {
			assertThat(this.browser.get(this.editor, "/console/followers?account=" + APP_ID + "&" + filter)).bodyText()
				.as(filter)
				.contains("没有符合条件的关注者");
		}
		assertThat(this.browser.get(this.editor, "/console/followers?from=yesterday")).hasStatusOk()
			.bodyText()
			.contains("筛选条件有误");
		assertThat(this.browser.get(this.editor, "/console/followers?account=wx0")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void fileHoldsNoOpenIdAndIsRecorded() throws UnsupportedEncodingException {
		String file = this.browser.get(this.editor, "/console/followers/export?account=" + APP_ID)
			.getResponse()
			.getContentAsString();
		assertThat(file).contains("编号,状态,关注时间,关注方式,二维码场景", this.id.value() + ",在关注,", ",扫描二维码,SCHOOL_7")
			.doesNotContain(this.openId.substring(0, 4), "王");
		assertThat(acts("account")).containsExactly("follower.list-exported");
	}

	@Test
	void wholeOpenIdIsShownForAReason() {
		String page = "/console/followers/" + this.id.value();
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("王小明妈妈").doesNotContain(this.openId);
		assertThat(this.browser.post(this.editor, page + "/openid", Map.of("reason", "WORK"))).bodyText()
			.contains(this.openId);
		assertThat(acts("follower")).containsExactly("follower.openid-revealed");
		assertThat(this.browser.post(this.editor, page + "/openid", Map.of())).bodyText().doesNotContain(this.openId);
	}

	@Test
	void tagRemarkAndBlockAreWishedAndShown() {
		String page = "/console/followers/" + this.id.value();
		assertThat(this.browser.post(this.editor, page + "/tag", Map.of("tag", "" + this.tag, "act", "put-on")))
			.hasRedirectedUrl(page);
		assertThat(this.browser.post(this.editor, page + "/remark", Map.of("remark", "李老师"))).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page + "/block")).bodyText().contains("不再送到");
		assertThat(this.browser.post(this.editor, page + "/block", Map.of())).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page)).bodyText()
			.contains("加标签“家长代表”：几秒内生效", "修改备注名：几秒内生效", "加入黑名单：几秒内生效")
			.doesNotContain("不再显示没有办的");
		assertThat(this.browser.post(this.editor, page + "/unblock", Map.of())).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("移出黑名单：几秒内生效");
		this.jdbc.sql("UPDATE mark_order SET state = 'REFUSED', reason = '45059' WHERE kind = 'PUT_ON'").update();
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("这个人已经有 20 个标签", "不再显示没有办的");
		assertThat(this.browser.post(this.editor, page + "/dismiss", Map.of())).hasRedirectedUrl(page);
		assertThat(this.marks.of(this.id)).hasSize(2);
		assertThat(this.browser.post(this.editor, page + "/remark", Map.of("remark", "长".repeat(30)))).hasStatusOk()
			.bodyText()
			.contains("备注名最多 29 个字", "长".repeat(30));
		assertThat(this.browser.post(this.editor, page + "/tag", Map.of("tag", "0"))).bodyText().contains("请先选择一个标签");
	}

	@Test
	void chosenOnesGetATag() {
		assertThat(this.browser.post(this.editor, "/console/followers/tag",
				Map.of("tag", "" + this.tag, "act", "put-on", "id", "" + this.id.value())))
			.hasRedirectedUrl("/console/followers?account=" + APP_ID);
		assertThat(this.marks.of(this.id)).singleElement()
			.satisfies((order) -> assertThat(order.tagId()).isEqualTo(105));
		assertThat(this.browser.post(this.editor, "/console/followers/tag", Map.of("tag", "" + this.tag)))
			.hasRedirectedUrl("/console/followers");
		assertThat(this.browser.post(this.editor, "/console/followers/tag", Map.of("id", "" + this.id.value())))
			.hasRedirectedUrl("/console/followers");
		assertThat(this.browser.post(this.editor, "/console/followers/sync", Map.of("account", APP_ID)))
			.hasRedirectedUrl("/console/followers?account=" + APP_ID);
		assertThat(this.browser.get(this.editor, "/console/followers?account=" + APP_ID)).bodyText()
			.contains("已安排与微信核对名单", "还有 1 项");
	}

	@Test
	void noteIsWrittenShownAndDeleted() {
		String page = "/console/followers/" + this.id.value();
		assertThat(this.browser.post(this.editor, page + "/notes", Map.of("text", " 来电说要换学校 "))).hasRedirectedUrl(page);
		assertThat(this.browser.get(this.editor, page)).bodyText().contains("来电说要换学校");
		long note = this.notes.of(this.id).get(0).id();
		assertThat(this.browser.get(this.editor, page + "/notes/" + note + "/delete")).bodyText().contains("来电说要换学校");
		assertThat(this.browser.post(this.editor, page + "/notes", Map.of("text", " "))).bodyText().contains("请填写备注内容");
		assertThat(this.browser.post(this.editor, page + "/notes", Map.of("text", "长".repeat(501)))).bodyText()
			.contains("最多 500 个字");
		assertThat(this.browser.post(this.editor, page + "/notes/" + note + "/delete", Map.of()))
			.hasRedirectedUrl(page);
		assertThat(this.browser.post(this.editor, page + "/notes/" + note + "/delete", Map.of()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(acts("follower")).containsExactly("mark.note-written", "mark.note-deleted");
	}

	@Test
	void whoIsErasedIsNotThere() {
		assertThat(this.browser.get(this.editor, "/console/followers/0")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(this.editor, "/console/followers/0/notes", Map.of("text", "x")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(this.editor, "/console/followers/0/unblock", Map.of()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void tagsAndBlockListAreShownByAccount() {
		assertThat(this.browser.get(this.editor, "/console/follower-tags?account=" + APP_ID)).hasStatusOk()
			.bodyText()
			.contains("家长代表", "0 人", "改名");
		assertThat(this.browser.get(this.editor, "/console/follower-tags/" + this.tag)).bodyText().contains("家长代表");
		assertThat(this.browser.get(this.editor, "/console/follower-tags/" + this.tag + "/delete")).bodyText()
			.contains("删除标签“家长代表”");
		assertThat(this.browser.get(this.editor, "/console/follower-tags/0")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.editor, "/console/blocked-followers")).bodyText().contains("黑名单是空的");
		this.roll.blocked(APP_ID, List.of(this.openId), true, this.clock.instant().plusSeconds(1));
		assertThat(this.browser.get(this.editor, "/console/blocked-followers?account=" + APP_ID)).bodyText()
			.contains("在关注，黑名单");
	}

	@Test
	void figuresAreShownAndExported() throws UnsupportedEncodingException {
		String today = LocalDate.now(this.clock).toString();
		String page = "/console/follower-statistics?account=" + APP_ID;
		assertThat(this.browser.get(this.editor, page)).hasStatusOk().bodyText().contains("现在共有 1 人关注", today);
		assertThat(this.browser.get(this.editor, page + "&by=WAY")).bodyText().contains("扫描二维码");
		assertThat(this.browser.get(this.editor, page + "&by=SCENE")).bodyText().contains("SCHOOL_7");
		assertThat(this.browser.get(this.editor, page + "&by=PLACE")).bodyText().contains("其他二维码");
		assertThat(this.browser.get(this.editor, page + "&from=2014-01-02&until=2014-01-01")).bodyText()
			.contains("结束日期不能早于开始日期");
		assertThat(this.browser.get(this.editor, page + "&from=2014-01-01&until=2016-01-01")).bodyText()
			.contains("最多统计 366 天");
		assertThat(this.browser.get(this.editor, page + "&from=soon")).hasStatusOk().bodyText().contains("最近 30 天");
		String file = this.browser
			.get(this.editor, "/console/follower-statistics/export?account=" + APP_ID + "&from=" + today)
			.getResponse()
			.getContentAsString();
		assertThat(file).contains("日期,新关注,取消关注,净增,当日累计关注", today + ",1,0,1,1");
	}

	private List<String> acts(String kind) {
		return this.jdbc.sql("SELECT action FROM audit_entry WHERE object_kind = ? ORDER BY id")
			.param(kind)
			.query(String.class)
			.list();
	}

}
