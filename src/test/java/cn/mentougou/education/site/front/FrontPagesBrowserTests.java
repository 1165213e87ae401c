package cn.mentougou.education.site.front;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.newsroom.board.StandingBoard;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.office.attachment.AttachmentId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The public pages as people see them: at a desk, on an old telephone, in large letters.
 */
class FrontPagesBrowserTests extends PublicSite {

	private Browser browser;

	private NewsId shown;

	private NewsId withdrawn;

	@BeforeEach
	void arrive() {
		AttachmentId picture = this.news.picture(this.district);
		this.news.item("区教委部署暑期校园安全工作").on(this.boards.standing(StandingBoard.GOVERNMENT).ref().id()).show();
		this.news.item("教育部：义务教育学校不得以考试成绩排名").of(NewsLevel.NATIONAL).from("中国教育报", "https://example.com/1").show();
		this.news.item("北京市公布义务教育阶段入学政策，六月一日起登录平台采集信息").of(NewsLevel.BEIJING).show();
		this.withdrawn = this.news.item("场馆开放时间").show();
		this.news.withdraw(this.withdrawn, "开放时间有误，正确的时间已另行发布。");
		this.shown = this.news.item("永定河小学：孩子们种下今年的第一批豆苗")
			.digest("五月的校园里，三年级的孩子们在劳动教师带领下翻土、播种、浇水，记录每一天的变化。")
			.body("<p>今天上午，三年级一班的孩子们在校园里种下豆苗。</p><h2>怎么种</h2><p style=\"text-align:center\">翻土、播种、浇水。</p>"
					+ "<p><img src=\"/news/pictures/" + picture.value() + "\" alt=\"孩子们在种豆苗\"></p>"
					+ "<table><thead><tr><th>班级</th><th>株数</th></tr></thead><tbody><tr><td>一班</td><td>32</td></tr></tbody></table>"
					+ "<p>更多内容见<a href=\"https://example.com/\">学校网站</a>。</p>")
			.from("京西时报", "https://example.com/2")
			.with(picture, this.news.file(this.district))
			.aiMade()
			.corrected("文中“二年级”应为“三年级”，已改正。")
			.show();
		this.browser = Browser.open();
	}

	@AfterEach
	void leave() {
		this.browser.close();
	}

	@Test
	void pagesHaveNoBarriersAtADeskOnATelephoneAndInTheDark() {
		List<String> barriers = new ArrayList<>();
		for (String page : List.of("/", "/news", "/news/" + this.shown.value(), "/news?level=nonsense",
				"/news/" + this.withdrawn.value())) {
			for (int width : new int[] { 1366, 360 }) {
				this.browser.sized(width, 800).visit(at(page)).find("h1");
				this.browser.barriers().forEach((barrier) -> barriers.add(page + " " + width + ": " + barrier));
				assertThat((Long) this.browser.run("return document.documentElement.scrollWidth"))
					.as(page + " " + width)
					.isLessThanOrEqualTo(width);
				this.browser.screenshot("front" + name(page) + "-" + width);
			}
			// Pages that say no are complained of by the browser, and nothing else is.
			assertThat(this.browser.complaints()).as(page)
				.allMatch((complaint) -> complaint.matches("(?s).*status of 4(00|10).*"));
			this.browser.dark();
			this.browser.barriers().forEach((barrier) -> barriers.add(page + " dark: " + barrier));
			this.browser.screenshot("front" + name(page) + "-dark");
			this.browser.close();
			this.browser = Browser.open();
		}
		assertThat(barriers).isEmpty();
	}

	@Test
	void lettersTwiceAsLargeStillFitAndWhatIsTappedIsLargeEnough() {
		for (String page : List.of("/", "/news", "/news/" + this.shown.value())) {
			this.browser.sized(360, 740).visit(at(page)).find("h1");
			assertThat(this.browser.run("return [...document.querySelectorAll('nav a, .button, .lines a, .more a')]"
					+ ".filter(a => a.getBoundingClientRect().height < 40).map(a => a.innerText).join()"))
				.as(page)
				.isEqualTo("");
			this.browser.run("document.documentElement.style.fontSize = '36px'");
			assertThat(this.browser.run("return document.documentElement.scrollWidth")).as(page).isEqualTo(360L);
			assertThat(this.browser.barriers()).as(page).isEmpty();
			this.browser.screenshot("front" + name(page) + "-200");
		}
	}

	@Test
	void keyboardSkipsToTheTextAndGoesFromTheFirstPageToAnItem() {
		this.browser.visit(at("/")).press(Keys.TAB);
		assertThat(this.browser.run("return document.activeElement.innerText")).isEqualTo("跳到正文");
		this.browser.press(Keys.ENTER).press(Keys.TAB);
		assertThat(this.browser.run("return document.activeElement.closest('main') !== null")).isEqualTo(true);
		this.browser.press(Keys.ENTER).find("h1", "永定河小学");
		this.browser.find(".text img");
		assertThat(this.browser.run("return document.querySelector('.text img').naturalWidth > 0")).isEqualTo(true);
		assertThat(this.browser.run("return getComputedStyle(document.querySelector('.text p[style]')).textAlign"))
			.isEqualTo("center");
		assertThat(this.browser.complaints()).isEmpty();
	}

	private String name(String page) {
		return page.replace("" + this.withdrawn.value(), "withdrawn")
			.replaceAll("[0-9]{5,}", "item")
			.replaceAll("[^a-z]+", "-")
			.replaceAll("-$", "");
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

}
