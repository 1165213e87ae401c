package cn.mentougou.consoleframe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ConsoleSite.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FrameTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	private HttpResponse<String> get(String path, Role role) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Accept", "text/html");
		if (role != null) {
			request.header("Cookie", "role=" + role);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void todayShowsWhatWaitsMostUrgentFirst() throws Exception {
		String page = get("/console", Role.DISCLOSURE_CLERK).body();
		assertThat(page).containsSubsequence("今日", "6 月 8 日 星期一", "异常", "没有运行", "已逾期", "已逾期 2 个工作日", "待办", "今天到期",
				"还剩 3 个工作日", "（6 月 11 日截止）", "等我处理", "2026-017");
		assertThat(page).contains("<span>5</span><span class=\"unseen\"> 项待办</span>");
	}

	@Test
	void emptyTodaySaysWhatWillAppear() throws Exception {
		assertThat(get("/console", Role.EDITOR).body()).contains("现在没有等您处理的事", "会出现在这里")
			.doesNotContain("unseen\"> 项待办");
	}

	@Test
	void deskThatFailsBreaksOnlyItsOwnLine() throws Exception {
		HttpResponse<String> page = get("/console", Role.SYSTEM_ADMINISTRATOR);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("项内容暂时读不出来").doesNotContain("broken on purpose");
	}

	@Test
	void navigationShowsWhatTheRoleMayOpen() throws Exception {
		assertThat(get("/console", Role.DISCLOSURE_CLERK).body()).contains("href=\"/console/sample\"", "信息公开")
			.doesNotContain("定时任务</span>", "系统</p>");
		assertThat(get("/console", Role.SYSTEM_ADMINISTRATOR).body()).contains("href=\"/console/sample-jobs\"")
			.doesNotContain("依申请公开");
	}

	@Test
	void pageSaysWhereItIsAndHowItWorks() throws Exception {
		assertThat(get("/console/sample/12", Role.DISCLOSURE_CLERK).body()).containsSubsequence("aria-current=\"page\"",
				"当前位置", "今日", "信息公开", "<a href=\"/console/sample\">依申请公开</a>", "请确认", "作废第 12 号登记", "这个页面怎么用",
				"登记收到的申请");
	}

	@ParameterizedTest
	@CsvSource({ "not-found, 404, 没有找到您要看的内容", "forbidden, 403, 您的岗位没有这项权限", "invalid, 400, 一条规则最多 20 个关键词",
			"conflict, 409, 别人刚刚改过", "database, 503, 正在恢复", "bug, 500, 系统已记录下来" })
	void refusalIsAPageInTheSameLook(String kind, int status, String sentence) throws Exception {
		HttpResponse<String> page = get("/console/sample/refused/" + kind, Role.DISCLOSURE_CLERK);
		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.body()).contains(sentence, "编号", "依申请公开").doesNotContain("secret", "nobody.wrote", "Exception");
		assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(page.body()).contains(page.headers().firstValue("X-Request-Id").orElseThrow());
	}

}
