package cn.mentougou.education.wechat.template;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;

/** The templates in a real browser. */
class TemplatePagesBrowserTests extends BrowserSite {

	private static final String APP = EngineProperties.SERVICE;

	private static final String PURPOSE = "/console/templates/purposes/sample-notice?account=" + APP;

	@Autowired
	private TemplateMapper mapper;

	@BeforeEach
	void read() {
		this.mapper.upsert(new MessageTemplate(APP, "t1", TemplateKind.MESSAGE, "班级通知提醒",
				"班级名称：{{thing1.DATA}}\n通知标题：{{thing2.DATA}}\n发布时间：{{time3.DATA}}\n",
				"班级名称：三年级二班\n通知标题：周五家长会\n发布时间：2026年11月24日 15:01\n", false), Instant.now());
		this.mapper.upsert(
				new MessageTemplate(APP, "t2", TemplateKind.ONE_TIME, "家长会通知",
						"会议主题:{{thing1.DATA}}\n会议时间:{{time2.DATA}}\n", "会议主题:期中家长会\n会议时间:2026年11月27日 18:30\n", false),
				Instant.now());
		as(Role.EDITOR);
	}

	@Test
	void editorChoosesATemplateByKeyboardAlone() {
		this.browser.visit(at(PURPOSE + "&template=t1")).find("h1", "测试通知");
		choose("value-thing1", "班级");
		fill("words-thing2", "一二三四五六七八九十一二三四五六七八九十一");
		choose("value-time3", "标题");
		enter("保存");
		this.browser.find(".note.bad", "“通知标题”最多 20 个字，现在有 21 个");
		fill("words-thing2", "" + Keys.END + Keys.BACK_SPACE);
		enter("保存");
		this.browser.find(".note.good", "已保存");
		this.browser.find("td", "班级通知提醒");
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		look("/console/templates");
		look(PURPOSE + "&template=t1");
	}

}
