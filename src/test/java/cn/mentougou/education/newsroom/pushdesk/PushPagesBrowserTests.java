package cn.mentougou.education.newsroom.pushdesk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Target;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The calendar of pushes by mouse and by keyboard. */
class PushPagesBrowserTests extends BrowserSite {

	private static final String PATH = "/console/pushes";

	@Autowired
	private Plans plans;

	private LocalDate day;

	private PushPlanId id;

	private String page;

	@BeforeEach
	void plan() {
		this.jdbc.sql("DELETE FROM push_plan_item").update();
		this.jdbc.sql("DELETE FROM push_plan").update();
		this.jdbc.sql("DELETE FROM push_standstill").update();
		this.day = LocalDate.now(this.clock).plusMonths(2).withDayOfMonth(14);
		this.id = this.plans.create(Actor.system("test"),
				new PlanForm(EngineProperties.SUBSCRIPTION, PushWords.instant(this.day.atTime(17, 30)), Verb.MASS,
						Target.everybody(), List.of(new NewsId(4711), new NewsId(4712)), LatePolicy.ask(), "每日教育新闻"));
		this.page = PATH + "/" + this.id.value();
	}

	private PlanView view() {
		return this.plans.find(this.id).orElseThrow();
	}

	@Test
	void pushIsDraggedToAnotherDayByMouse() {
		as(Role.EDITOR).visit(at(PATH + "?date=" + this.day));
		this.browser.find("#push-calendar .plan", "每日教育新闻");
		this.browser.find("#push-calendar .quota", "订阅号可群发 1 次");
		this.browser.screenshot("push-calendar-month");
		drag(this.day.plusDays(2));
		this.browser.find(".note.good", "改到");
		LocalDateTime moved = this.day.plusDays(2).atTime(17, 30);
		assertThat(view().slot()).isEqualTo(PushWords.instant(moved));
		this.browser.click("#push-calendar button", "周").find("#push-calendar .fc-timegrid");
		this.browser.find("#push-calendar .plan", "每日教育新闻");
		this.browser.screenshot("push-calendar-week");
		assertThat(this.browser.barriers()).isEmpty();
		assertThat(this.browser.complaints()).isEmpty();
	}

	/** With the pointer's own events, as the library listens to them. */
	private void drag(LocalDate to) {
		this.browser.run("""
				const from = document.querySelector('#push-calendar .plan');
				const to = document.querySelector(`#push-calendar td[data-date="${arguments[0]}"]`);
				to.scrollIntoView({ block: 'center' });
				const middle = (one) => { const box = one.getBoundingClientRect();
					return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }; };
				const fire = (target, type, at) => target.dispatchEvent(new MouseEvent(type,
					{ bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, ...at }));
				const start = middle(from);
				fire(from, 'mousedown', start);
				fire(document, 'mousemove', { clientX: start.clientX + 8, clientY: start.clientY + 8 });
				fire(document, 'mousemove', middle(to));
				fire(document, 'mouseup', middle(to));
				""", to.toString());
	}

	@Test
	void pushIsMovedOrderedAndCancelledByKeyboardAlone() {
		as(Role.EDITOR).visit(at(this.page)).find("h1", "的推送");
		tabInto("at");
		this.browser.run("document.activeElement.value = arguments[0]", this.day.plusDays(1).atTime(18, 0).toString());
		enter("改期");
		this.browser.find(".note.good", "改到");
		assertThat(view().slot()).isEqualTo(PushWords.instant(this.day.plusDays(1).atTime(18, 0)));
		enter("修改稿件和安排");
		this.browser.find("h1", "修改推送");
		enter("下移");
		this.browser.until("the order is changed", () -> order().equals(List.of(4712L, 4711L)));
		enter("保存");
		this.browser.find(".note.good", "已保存");
		assertThat(view().items()).extracting((item) -> item.id().value()).containsExactly(4712L, 4711L);
		enter("取消这次推送");
		this.browser.find("main.confirm h1", "取消");
		tabTo("取消这次推送");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note", "已取消");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private List<Long> order() {
		return (List<Long>) this.browser
			.run("return [...document.querySelectorAll('[name=items]')].map((one) => Number(one.value))");
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		as(Role.EDITOR);
		this.jdbc.sql("UPDATE push_plan SET state = 'REFUSED', reason = 'err(30002)' WHERE id = ?")
			.param(this.id.value())
			.update();
		for (String path : List.of(PATH + "?date=" + this.day, this.page, this.page + "/again", PATH + "/new",
				PATH + "/codes", PATH + "/figures", "/console/push-series", "/console/push-series/new")) {
			look(path);
		}
	}

	@Test
	void leaderPausesEverythingAndEverybodySeesIt() {
		as(Role.LEADER).visit(at(PATH)).click(".actions a", "全部暂停");
		this.browser.click("main.confirm button", "全部暂停").find(".standstill", "全部推送已暂停");
		assertThat(this.browser.barriers()).isEmpty();
		this.browser.screenshot("push-standstill");
		this.browser.click(".actions a", "恢复推送").click("main.confirm button", "恢复推送");
		this.browser.find(".note.good", "已恢复推送");
		assertThat(this.browser.count(".standstill")).isZero();
	}

}
