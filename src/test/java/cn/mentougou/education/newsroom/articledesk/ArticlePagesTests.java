package cn.mentougou.education.newsroom.articledesk;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.news.NewsItems;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ArticlePagesTests {

	private static final String ATTACK = "<p>文<script>alert(1)</script><img src=x onerror=alert(1)>"
			+ "<a href=\"javascript:alert(1)\">点</a><a href=\"https://www.bjmtg.gov.cn/\">通知</a></p>";

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private BeanFactory beans;

	private Actor editor;

	private Actor stranger;

	private String page;

	@BeforeEach
	void found() {
		UnitId commission = this.district.commission();
		this.editor = this.district.holding(Role.EDITOR, commission);
		this.stranger = this.district.holding(Role.SUBMITTER, this.district.unit(UnitKind.SCHOOL, "妙峰山学校"));
		long id = new NewsItems(this.beans, commission)
			.draft(new NewsDraft("<b>题</b>", "编辑部", "", ATTACK, NewsLevel.DISTRICT, List.of(), "", null, null, null,
					null, null, null, List.of(), AiUse.NONE, null))
			.value();
		this.page = ArticleConsoleController.PATH + "/" + id;
	}

	@Test
	void pageTellsWhatWeChatRefusesAndChanges() {
		assertThat(this.browser.get(this.editor, this.page)).hasStatusOk()
			.bodyText()
			.contains("还没有选封面图片", "微信会去掉 1 个指向其他网站的链接", "https://www.bjmtg.gov.cn/", "没有写摘要", "改好红色的问题以后才能发")
			.doesNotContain("alert(1)");
	}

	@Test
	void frameShowsTheArticleAndRunsNothing() {
		assertThat(this.browser.get(this.editor, this.page + "/phone")).hasStatusOk()
			.hasHeader("Content-Security-Policy", PhoneArticle.POLICY)
			.bodyText()
			.contains("&lt;b&gt;题&lt;/b&gt;", "通知［1］")
			.doesNotContain("alert(1)", "<script", "onerror");
	}

	@Test
	void previewOfWhatWouldBeRefusedIsNotSent() {
		assertThat(this.browser.post(this.editor, this.page + "/preview",
				Map.of("account", EngineProperties.SUBSCRIPTION, "phones", "1")))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl(this.page);
		assertThat(this.browser.post(this.editor, this.page + "/preview", Map.of("account", "wx0000000000000000")))
			.hasStatus(404);
	}

	@Test
	void whoDoesNotReadTheItemDoesNotSeeItsArticle() {
		assertThat(this.browser.get(this.stranger, this.page)).hasStatus(404);
		assertThat(this.browser.get(this.stranger, this.page + "/phone")).hasStatus(404);
	}

	@Test
	void everybodyTakesACodeForTheOwnPhoneAlone() {
		assertThat(this.browser.post(this.stranger, ArticleConsoleController.PATH + "/testers",
				Map.of("account", EngineProperties.SERVICE)))
			.hasStatus3xxRedirection();
		assertThat(this.browser.get(this.stranger, ArticleConsoleController.PATH)).hasStatusOk()
			.bodyText()
			.contains("登记我的手机", "还没有人登记");
		assertThat(this.browser.post(this.stranger, ArticleConsoleController.PATH + "/testers/999999/remove", Map.of()))
			.hasStatus(404);
	}

}
