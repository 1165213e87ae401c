package cn.mentougou.consoleframe;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ConsoleSite.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FrameTests {

	@LocalServerPort
	private int port;

	private HttpResponse<String> get(String path, Role role) throws IOException, InterruptedException {
		return new Visitor(this.port, role).get(path);
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

}
