package cn.mentougou.education.office.counter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration.Browser;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.PublicFiles;
import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as they are handed in, answered and given out at the console. */
@PageTest
class FilePagesTests {

	private static final String TABLE = "姓名,电话\n张三,13800138000\n";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Browser browser;

	@Autowired
	private District district;

	@Autowired
	private PublicFiles publicFiles;

	@Autowired
	private ObjectProvider<TodaySource> today;

	private UnitId school;

	private Actor submitter;

	private Actor reviewer;

	private Actor stranger;

	@BeforeEach
	void people() {
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.submitter = this.district.holding(Role.SUBMITTER, this.school);
		this.reviewer = this.district.holding(Role.REVIEWER, this.school);
		this.stranger = this.district.holding(Role.REVIEWER, this.district.unit(UnitKind.SCHOOL, "妙峰山学校"));
	}

	@Test
	void fileIsHandedInReportedAnsweredAndListed() {
		long id = keep(this.submitter, "名单.csv", TABLE);
		assertThat(this.browser.get(this.submitter, "/console/files/" + id)).hasStatusOk()
			.bodyText()
			.contains("名单.csv", "有手机号码", "第 2 行", "138****8000", "怎么办", "上传改好的文件")
			.doesNotContain("13800138000", "同意保留这");
		assertThat(this.browser.get(this.reviewer, "/console/files?open=true")).hasStatusOk()
			.bodyText()
			.contains("名单.csv", "1 处等待答复", "永定河小学");
		assertThat(waiting(this.reviewer)).isEqualTo("1 个文件的检查结果等您答复");
		assertThat(answer(this.reviewer, id, "这是公开的办公电话")).hasRedirectedUrl("/console/files/" + id);
		assertThat(this.browser.get(this.reviewer, "/console/files/" + id)).bodyText().contains("同意保留：这是公开的办公电话");
		assertThat(waiting(this.reviewer)).isEmpty();
	}

	@Test
	void refusedFileIsExplainedOnTheSamePage() {
		MvcTestResult refused = upload(this.submitter, "/console/files", "a.html", "<html><script>1</script></html>");
		assertThat(refused).hasRedirectedUrl("/console/files");
		assertThat(refused.getMvcResult().getFlashMap().get("problem")).asString().startsWith("网页、SVG 或程序代码不能上传");
		assertThat(upload(this.submitter, "/console/files", "a.txt", "").getMvcResult().getFlashMap().get("problem"))
			.isEqualTo("请先选择一个文件。");
		assertThat(this.browser.post(this.submitter, "/console/files", Map.of())).hasRedirectedUrl("/console/files");
	}

	@Test
	void foreignFileDoesNotExist() {
		long id = keep(this.submitter, "名单.csv", TABLE);
		for (String path : new String[] { "", "/content", "/delete" }) {
			assertThat(this.browser.get(this.stranger, "/console/files/" + id + path)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(answer(this.stranger, id, "可以")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(upload(this.stranger, "/console/files/" + id + "/replacement", "b.csv", "a"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(this.stranger, "/console/files/" + id + "/delete", Map.of()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.stranger, "/console/files")).bodyText().doesNotContain("名单.csv");
	}

	@Test
	void nobodyHandsInForAForeignUnitOrAnswersForThemselves() {
		MvcTestResult foreign = this.mvc.post()
			.uri("/console/files")
			.multipart()
			.file(file("a.txt", "通知"))
			.param("unit", "" + this.stranger.grants().get(0).unit().value())
			.requestAttr(ConsoleActor.ATTRIBUTE, this.submitter)
			.exchange();
		assertThat(foreign.getMvcResult().getFlashMap().get("problem")).isEqualTo("请选择一个您负责的单位。");
		long own = keep(this.reviewer, "名单.csv", TABLE);
		assertThat(answer(this.reviewer, own, "可以")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void fileComesBackToBeSavedAndNeverShown() {
		long id = keep(this.submitter, "名 单\".csv", TABLE);
		MvcTestResult content = this.browser.get(this.submitter, "/console/files/" + id + "/content");
		assertThat(content).hasStatusOk().body().isEqualTo(TABLE.getBytes(StandardCharsets.UTF_8));
		assertThat(content.getResponse().getHeader("Content-Disposition")).startsWith("attachment;")
			.contains("filename*=UTF-8''%E5%90%8D%20%E5%8D%95_.csv");
		assertThat(content.getResponse().getContentType()).isEqualTo("application/octet-stream");
		assertThat(content.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(content.getResponse().getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
	}

	@Test
	void betterFileTakesThePlaceOfTheFirst() {
		long first = keep(this.submitter, "名单.csv", TABLE);
		MvcTestResult replaced = upload(this.submitter, "/console/files/" + first + "/replacement", "名单.csv", "没有号码");
		assertThat(replaced.getMvcResult().getFlashMap().get("done")).asString().contains("已换新文件");
		assertThat(this.browser.get(this.submitter, "/console/files/" + first)).bodyText().contains("已换新文件");
		assertThat(this.browser.get(this.submitter, replaced.getResponse().getRedirectedUrl())).bodyText()
			.contains("没有发现隐藏内容");
	}

	@Test
	void fileIsDeletedAfterASecondLook() {
		long id = keep(this.submitter, "通知.txt", "通知");
		assertThat(this.browser.get(this.submitter, "/console/files/" + id + "/delete")).hasStatusOk()
			.bodyText()
			.contains("删除“通知.txt”？");
		Actor editor = this.district.holding(Role.EDITOR, this.school);
		assertThat(this.browser.post(editor, "/console/files/" + id + "/delete", Map.of()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.browser.post(this.submitter, "/console/files/" + id + "/delete", Map.of()))
			.hasRedirectedUrl("/console/files");
		assertThat(this.browser.get(this.submitter, "/console/files/" + id)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void publishedFileIsReadByEverybodyUntilItIsWithdrawn() {
		long id = keep(this.submitter, "通知.txt", "通知");
		String code = this.publicFiles.publish(this.submitter, new AttachmentId(id));
		MvcTestResult file = this.mvc.get().uri("/files/" + code).exchange();
		assertThat(file).hasStatusOk().body().isEqualTo("通知".getBytes(StandardCharsets.UTF_8));
		assertThat(file.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");
		assertThat(this.mvc.head().uri("/files/" + code).exchange()).hasStatusOk();
		this.publicFiles.withdraw(this.submitter, new AttachmentId(id));
		assertThat(this.mvc.get().uri("/files/" + code).exchange()).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/files/..%2f..%2fetc").exchange()).hasStatus4xxClientError();
	}

	private long keep(Actor actor, String name, String text) {
		MvcTestResult kept = upload(actor, "/console/files", name, text);
		assertThat(kept.getMvcResult().getFlashMap().get("problem")).isNull();
		Matcher id = Pattern.compile("/console/files/(\\d+)")
			.matcher(String.valueOf(kept.getResponse().getRedirectedUrl()));
		assertThat(id.matches()).isTrue();
		return Long.parseLong(id.group(1));
	}

	private MvcTestResult upload(Actor actor, String path, String name, String text) {
		return this.mvc.post()
			.uri(path)
			.multipart()
			.file(file(name, text))
			.requestAttr(ConsoleActor.ATTRIBUTE, actor)
			.exchange();
	}

	private static MockMultipartFile file(String name, String text) {
		return new MockMultipartFile("file", name, "image/png", text.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult answer(Actor actor, long id, String reason) {
		return this.browser.post(actor, "/console/files/" + id + "/answer",
				Map.of("code", "MOBILE_PHONE", "reason", reason));
	}

	private String waiting(Actor actor) {
		return this.today.stream()
			.flatMap((source) -> source.entriesFor(actor, LocalDate.of(2026, 11, 24)).stream())
			.map(TodayEntry::title)
			.filter((title) -> title.contains("文件"))
			.findFirst()
			.orElse("");
	}

}
