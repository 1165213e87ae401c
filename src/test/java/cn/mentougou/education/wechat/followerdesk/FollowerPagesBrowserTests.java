package cn.mentougou.education.wechat.followerdesk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.Followers;

/** The pages of the followers, by mouse and by keyboard. */
class FollowerPagesBrowserTests extends BrowserSite {

	private static final String APP_ID = EngineProperties.SUBSCRIPTION;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerRoll roll;

	private String mother;

	private long id;

	@BeforeEach
	void follow() {
		this.mother = "o" + UUID.randomUUID();
		List<String> crowd = IntStream.range(0, 60).mapToObj((i) -> "oCrowd%021d".formatted(i)).toList();
		this.roll.listed(APP_ID, 1, crowd, this.clock.instant().minusSeconds(600));
		this.roll.listed(APP_ID, 1, List.of(this.mother), this.clock.instant().minusSeconds(60));
		this.roll.profiled(APP_ID, List.of(new FollowerRoll.Profile(this.mother, true,
				this.clock.instant().minusSeconds(60), null, "王小明妈妈", Set.of(), "ADD_SCENE_QR_CODE", "KIOSK_3")),
				this.clock.instant(), Set.of());
		this.id = this.followers.find(APP_ID, this.mother).orElseThrow().id().value();
		as(Role.EDITOR);
	}

	@Test
	void followerIsFoundNotedAndBlockedByMouse() {
		this.browser.click(".side a", "关注者").find("h1", "关注者");
		this.browser.find("td", "KIOSK_3");
		this.browser.click(".paging a", "下一页").find(".paging a", "回到第一页");
		this.browser.click(".paging a", "回到第一页");
		this.browser.type("[name=scene]", "KIOSK_3").click(".filter button", "筛选").find("td", "扫描二维码");
		this.browser.click("td a", String.valueOf(this.id)).find("h1", this.id + " 号关注者");
		this.browser.type("textarea[name=text]", "来电询问入学").click("button", "写下").find("td", "来电询问入学");
		this.browser.click("a", "加入黑名单").find("h1", "加入黑名单？");
		this.browser.click("button", "加入黑名单").find(".note.good", "几秒内加入黑名单");
		this.browser.click(".side a", "关注统计").find("h1", "关注统计");
		this.browser.click(".side a", "标签").find("h1", "标签");
		this.browser.type("[name=name]", "家长代表").click("button", "新建标签").find(".note.bad", "微信还没有答复");
	}

	@Test
	void remarkIsChangedByKeyboardAlone() {
		this.browser.visit(at("/console/followers/" + this.id)).find("h1", "号关注者");
		tabTo("保存");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.good", "几秒内在微信生效");
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		for (String page : List.of("/console/followers", "/console/followers/" + this.id,
				"/console/followers/" + this.id + "/block", "/console/follower-tags", "/console/blocked-followers",
				"/console/follower-statistics")) {
			look(page);
		}
	}

}
