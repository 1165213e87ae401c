package cn.mentougou.education.newsroom.articledesk;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.news.NewsItems;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The preview in a real browser. */
class ArticlePagesBrowserTests extends BrowserSite {

	private static final String BODY = "<h2>全区四万名学生返校</h2><p style=\"text-align:center\">九月一日清晨，永定河畔。</p>"
			+ "<p>各学校举行<a href=\"https://www.bjmtg.gov.cn/\">开学典礼</a>。<script>document.title='hit'</script>"
			+ "<img src=x onerror=\"document.title='hit'\"></p><ul><li>校舍</li><li>食堂</li></ul>"
			+ "<table><tr><th>学校</th><th>人数</th></tr><tr><td>大峪一小</td><td>1200</td></tr></table>";

	@Autowired
	private BeanFactory beans;

	@Test
	void previewIsFreeOfBarriersAndNothingInItRuns() {
		as(Role.EDITOR);
		long id = new NewsItems(this.beans, this.district.commission())
			.draft(new NewsDraft("开学第一课", "编辑部", "四万名学生返校。", BODY, NewsLevel.DISTRICT, List.of(), "", null, "京西时报",
					null, null, null, null, List.of(), AiUse.NONE, null))
			.value();
		look(ArticleConsoleController.PATH);
		look(ArticleConsoleController.PATH + "/" + id);
		this.browser.until("the article is in the frame", () -> Boolean.TRUE.equals(this.browser
			.run("return document.querySelector('.phone-frame').contentDocument.body.innerText.includes('永定河畔')")));
		assertThat(this.browser.run("return document.querySelector('.phone-frame').contentDocument.title"))
			.isEqualTo("开学第一课");
		this.browser.visit(at(ArticleConsoleController.PATH + "/" + id + "/phone")).find("h1", "开学第一课");
		assertThat(this.browser.barriers()).isEmpty();
		this.browser.screenshot("article-phone");
		assertThat(this.browser.complaints()).isEmpty();
	}

}
