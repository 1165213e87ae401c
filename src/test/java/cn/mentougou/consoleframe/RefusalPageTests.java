package cn.mentougou.consoleframe;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ConsoleSite.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RefusalPageTests {

	@LocalServerPort
	private int port;

	private Visitor clerk;

	@BeforeEach
	void signIn() {
		this.clerk = new Visitor(this.port, Role.DISCLOSURE_CLERK);
	}

	@ParameterizedTest
	@CsvSource({ "not-found, 404, 没有找到您要看的内容", "forbidden, 403, 您的岗位没有这项权限", "invalid, 400, 一条规则最多 20 个关键词",
			"conflict, 409, 别人刚刚改过", "database, 503, 正在恢复", "bug, 500, 系统已记录下来" })
	void refusalIsAPageInTheSameLook(String kind, int status, String sentence) throws Exception {
		HttpResponse<String> page = this.clerk.get("/console/sample/refused/" + kind);
		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.body()).contains(sentence, "编号", "依申请公开").doesNotContain("secret", "nobody.wrote", "Exception");
		assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(page.body()).contains(page.headers().firstValue("X-Request-Id").orElseThrow());
	}

	/** As a filter refuses, in front of all controllers. */
	@ParameterizedTest
	@CsvSource({ "400, 核对填写的内容", "401, 重新登录", "403, 安全管理员", "404, 网址可能写错了", "405, 从页面上的按钮操作", "409, 看到最新内容",
			"413, 压缩文件", "415, 格式不支持", "418, 无法办理", "429, 过几分钟再试", "500, 把编号报给管理员", "503, 过几分钟再试", "504, 系统出了问题" })
	void everyStatusSaysWhatToDo(int status, String remedy) throws Exception {
		HttpResponse<String> page = this.clerk.get("/console/sample/status/" + status);
		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.body()).contains(remedy, "编号").doesNotContain("refusal.");
	}

	@Test
	void filterMayGiveACodeButNoProse() throws Exception {
		assertThat(this.clerk.get("/console/sample/old").body()).contains("这个页面停留太久");
		assertThat(this.clerk.get("/console/sample/prose").body()).contains("不能打开这个页面").doesNotContain("denied");
	}

	@Test
	void whoeverIsNotSignedInSeesNoNavigation() throws Exception {
		HttpResponse<String> page = new Visitor(this.port, null).get("/console");
		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body()).contains("请先登录").doesNotContain("class=\"side\"", "搜索", "退出登录");
	}

	@Test
	void methodThatIsNotOfferedIsNamed() throws Exception {
		HttpResponse<String> page = this.clerk.post("/console/help", Map.of());
		assertThat(page.statusCode()).isEqualTo(405);
		assertThat(page.headers().firstValue("Allow")).contains("GET");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/console/sample/17x", "/console/sample/99999999999999999999", "/console/sample/%00",
			"/console/sample/-", "/console/sample?after=%FF%FE&title=%C0%AE", "/console/search?q=%C0%AE%00",
			"/console/sample?title=%27%20OR%201=1--&state=%3Cscript%3E" })
	void hostileAddressIsNoFailureOfOurs(String path) throws Exception {
		HttpResponse<String> page = this.clerk.get(path);
		assertThat(page.statusCode()).isBetween(200, 404);
		assertThat(page.body()).doesNotContain("<script>", "Exception");
	}

	@Test
	void programsAreToldTheSameAsAProblem() throws Exception {
		HttpResponse<String> answer = this.clerk.get("/api/v1/sample/7");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.get("type").asString()).isEqualTo("/problems/console.no-such-thing");
		assertThat(problem.get("title").asString()).isEqualTo("没有这个页面");
		assertThat(problem.get("status").asInt()).isEqualTo(404);
		assertThat(problem.get("detail").asString()).startsWith("没有找到您要看的内容");
		assertThat(problem.get("incident").asString())
			.isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
	}

	@Test
	void programsAreToldOfTheirMistakesToo() throws Exception {
		assertThat(this.clerk.get("/api/v1/nothing").headers().firstValue("Content-Type"))
			.contains("application/problem+json");
		HttpRequest.Builder wrong = this.clerk.request("/api/v1/sample/7").DELETE();
		assertThat(this.clerk.send(wrong).body()).contains("\"status\":405", "/problems/refusal.405");
		assertThat(this.clerk.get("/api/v1/sample/x").body()).contains("\"status\":400");
	}

}
