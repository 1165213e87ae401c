package cn.mentougou.education.wechat.replydesk;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.reply.ReplyRuleId;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.reply.Rules;
import cn.mentougou.education.wechat.reply.Trigger;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyDeskBrowserTests extends BrowserSite {

	@Autowired
	private ReplyRules rules;

	private ReplyRuleId first;

	@BeforeEach
	void seed() {
		this.first = this.rules.add(Rules.rule(Trigger.WHOLE_KEYWORD, "请看校历。\n寒假从一月开始。", "校历", "放假"));
		as(Role.EDITOR);
	}

	@AfterEach
	void clear() {
		this.rules.all().keySet().forEach((id) -> this.rules.remove(id, this.rules.find(id).orElseThrow().revision()));
	}

	@Test
	void ruleIsWrittenTriedAndStoppedByMouse() {
		this.browser.click(".side a", "自动回复").click(".actions a", "新增规则").find("h1", "新增规则");
		this.browser.click("#trigger option", "整句相同").type("#phrases", "招生\n入学").type("#answer", "请看招生政策。");
		this.browser.click("button", "保存").find(".note.good", "已保存");
		this.browser.click(".actions a", "试一试").type("#words", "招生！").click("button", "试一试");
		this.browser.find(".note.good", "整句相同“招生”");
		assertThat(this.browser.find(".said").getText()).isEqualTo("请看招生政策。");
		this.browser.screenshot("replies-try");
		this.browser.click(".note.good a").click("button", "停用这条规则").find(".note.good", "已停用");
		this.browser.find("td", "已停用");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void ruleIsChangedByKeyboardAlone() {
		this.browser.visit(at("/console/replies")).find("h1", "自动回复");
		enter("第 " + this.first.value() + " 条");
		this.browser.find("h1", "修改");
		fill("phrases", Keys.chord(Keys.CONTROL, Keys.END) + "\n寒假");
		enter("保存");
		this.browser.find(".note.good", "已保存");
		assertThat(this.rules.find(this.first).orElseThrow().rule().phrases()).containsExactly("校历", "放假", "寒假");
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		for (String page : List.of("/console/replies", "/console/replies?words=x", "/console/replies/new",
				"/console/replies/" + this.first.value(), "/console/replies/" + this.first.value() + "/remove",
				"/console/replies/try", "/console/replies/try?account=wx00000000000000f1&words=校历")) {
			look(page);
		}
	}

}
