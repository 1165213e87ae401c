package cn.mentougou.education.newsroom.markup;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.newsroom.markup.PasteReport.Origin;
import cn.mentougou.education.newsroom.markup.PasteReport.What;

import static org.assertj.core.api.Assertions.assertThat;

class PasteReportTests {

	private static final String WORD = """
			<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
			xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
			<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-unhide:no; font-size:16.0pt;} --></style>
			<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
			<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
			<p class=MsoNormal align=center style='text-align:center;mso-line-height-alt:12pt'><b><span lang=EN-US
			style='font-size:22.0pt;font-family:方正小标宋简体;mso-hansi-font-family:方正'>关于开学的通知<o:p></o:p></span></b></p>
			<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='color:#333'>各学校：</span></p>
			<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
			lang=EN-US style='mso-fareast-font-family:仿宋'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>准备校舍</p>
			<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span>检查食堂</p>
			<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>准备课表</p>
			<p class=MsoNormal>原计划<del cite="mailto:wang" datetime="2026-11-20T10:00">九月三日</del><ins cite="mailto:wang">九月一日</ins>开学<a
			style='mso-comment-reference:WANG_1'></a><span class=MsoCommentReference><span style='mso-special-character:comment'>[王1]</span></span>。</p>
			<p class=MsoNormal><span style='display:none;mso-hide:all'>内部口径：暂不公布名单</span>联系电话见附件。</p>
			<p class=MsoNormal><!--[if gte vml 1]><v:shape id="a"><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img
			width=554 height=300 src="file:///C:/AppData/clip_image002.jpg" v:shapes="a"><![endif]></p>
			<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=100 valign=top style='border:solid windowtext 1.0pt'>
			<p class=MsoNormal>学校</p></td><td><p class=MsoNormal>人数</p></td></tr></table>
			<div style='mso-element:comment-list'><div class=msocomtxt id="_com_1"><p class=MsoCommentText>这里要核实</p></div></div>
			<!--EndFragment--></body></html>""";

	private static final String WECHAT = """
			<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
			<section data-tools="135编辑器" style="box-sizing: border-box;"><section style="text-align: center;"><section
			style="display: inline-block; background-image: url(&quot;https://mmbiz.qpic.cn/bg.png&quot;);"><p
			style="font-size: 18px; color: rgb(62, 62, 62);"><strong>开学第一课</strong></p></section></section>
			<section><svg viewBox="0 0 1 1"><rect/></svg></section>
			<p style="line-height: 2em;"><span style="font-weight: bold;">全区</span>四万名学生返校。</p>
			<p><img class="rich_pages" data-ratio="0.66" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-type="jpeg" data-w="1080"></p>
			<mp-common-profile class="js_uneditable" data-id="MzA" data-nickname="某校"></mp-common-profile>
			<mpvoice name="校歌" voice_encode_fileid="x"></mpvoice>
			<iframe class="video_iframe" data-mpvid="wxv_1" src="https://mp.weixin.qq.com/mp/readtemplate"></iframe>
			<p><a href="https://mp.weixin.qq.com/s/abc" linktype="text">往期</a><a href="javascript:void(0);">广告</a></p>
			<p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p>
			<script>location='https://evil.example/'</script></section></div>""";

	@Test
	void wordBecomesPlainMarkupWithRealLists() {
		PasteReport report = NewsMarkup.paste(WORD);
		assertThat(report.origin()).isEqualTo(Origin.WORD);
		assertThat(report.html()).startsWith("<p style=\"text-align:center\"><strong>关于开学的通知")
			.contains("text-indent:32pt", "各学校：")
			.contains("<ol><li>准备校舍<ol><li>检查食堂</li></ol></li><li>准备课表</li></ol>")
			.contains("<table><tbody><tr><td><p>学校</p></td><td><p>人数</p></td></tr></tbody></table>");
		assertThat(NewsMarkup.clean(report.html())).isEqualTo(report.html());
	}

	@Test
	void whatReadersOfTheDocumentDidNotSeeIsNotPublished() {
		PasteReport report = NewsMarkup.paste(WORD);
		assertThat(NewsMarkup.text(report.html())).contains("原计划九月一日开学", "联系电话见附件。")
			.doesNotContain("九月三日", "王1", "内部口径", "这里要核实", "Style Definitions", "C:");
		assertThat(report.gone()).extracting(PasteReport.Gone::what)
			.contains(What.DELETED_TEXT, What.COMMENT, What.HIDDEN_TEXT, What.PICTURE, What.STYLE, What.LIST);
		assertThat(report.sentences()).contains("去掉了 1 处修订中已删除的文字（Word 留着，不该见报）", "有 1 张图片没有带过来：请另存后重新上传，正文里标出了原来的位置");
	}

	@Test
	void articleOfWeChatLosesItsSectionsWidgetsAndPictures() {
		PasteReport report = NewsMarkup.paste(WECHAT);
		assertThat(report.origin()).isEqualTo(Origin.WECHAT);
		assertThat(report.html()).isEqualTo("<p style=\"text-align:center\"><strong>开学第一课</strong></p>"
				+ "<p><strong>全区</strong>四万名学生返校。</p><p>〔请重新上传图片1〕</p>"
				+ "<p><a href=\"https://mp.weixin.qq.com/s/abc\">往期</a>广告</p>");
		assertThat(report.pictures()).containsExactly("https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg");
		assertThat(report.gone()).contains(new PasteReport.Gone(What.WIDGET, 2), new PasteReport.Gone(What.MEDIA, 1),
				new PasteReport.Gone(What.DECORATION, 1), new PasteReport.Gone(What.SCRIPT, 1),
				new PasteReport.Gone(What.LINK, 1), new PasteReport.Gone(What.PICTURE, 1));
	}

	@Test
	void plainTextAndOwnMarkupLoseNothing() {
		assertThat(NewsMarkup.paste("只有文字")).satisfies((report) -> {
			assertThat(report.origin()).isEqualTo(Origin.TEXT);
			assertThat(report.html()).isEqualTo("<p>只有文字</p>");
			assertThat(report.gone()).isEmpty();
		});
		String own = "<h2>题</h2><p>文<img src=\"/news/pictures/3\" alt=\"\" /></p>";
		assertThat(NewsMarkup.paste(own).html()).isEqualTo(own);
		assertThat(NewsMarkup.paste(own).gone()).isEmpty();
	}

	@Test
	void anyPasteEndsClean() {
		Random random = new Random(7);
		for (int i = 0; i < 1_000; i++) {
			String soup = ((i % 2 == 0) ? WORD : WECHAT).substring(random.nextInt(400)) + Markups.soup(random, 12);
			PasteReport report = NewsMarkup.paste(soup);
			Markups.assertAllowed(report.html());
			assertThat(NewsMarkup.clean(report.html())).isEqualTo(report.html());
		}
		assertThat(List.of(What.values()))
			.allSatisfy((what) -> assertThat(new PasteReport.Gone(what, 2).sentence()).contains("2"));
	}

}
