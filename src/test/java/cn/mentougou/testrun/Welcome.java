package cn.mentougou.testrun;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What a newcomer reads when everything runs: addresses, accounts, what to try first.
 */
record Welcome(Environment environment) {

	private static final String RULE = "─".repeat(76);

	Welcome(ApplicationContext context) {
		this(context.getEnvironment());
	}

	/** Writes Chinese even where the locale knows only ASCII, as in bare containers. */
	void print() {
		Console console = System.console();
		boolean chinese = console != null && console.charset().newEncoder().canEncode('门');
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
				chinese ? console.charset() : StandardCharsets.UTF_8);
		out.println(text());
	}

	String text() {
		StringBuilder text = new StringBuilder();
		text.append("\n┌").append(RULE).append('\n');
		line(text, "门头沟区教委公众号系统已经启动（演示数据，密钥均为公开的演示值）");
		line(text, "");
		line(text, "系统          http://localhost:" + port("local.server.port"));
		line(text, "接口文档      http://localhost:" + port("local.server.port") + "/v3/api-docs");
		line(text, "健康与指标    http://localhost:" + port("local.management.port") + "/actuator/health");
		line(text, "");
		for (DemoAccount account : DemoAccount.of(this.environment)) {
			line(text, (account.isService() ? "服务号  " : "订阅号  ") + account.appId() + "  " + account.mode()
					+ "  接收地址 /wechat/" + account.appId());
		}
		line(text, "");
		for (String step : steps()) {
			line(text, step);
		}
		text.append('└').append(RULE);
		return text.toString();
	}

	private List<String> steps() {
		return List.of("停止：Ctrl-C。数据保存在 target/test-run，重新启动后仍在；mvn clean 全部清除。");
	}

	private String port(String property) {
		return this.environment.getRequiredProperty(property);
	}

	private static void line(StringBuilder text, String line) {
		text.append("│ ").append(line).append('\n');
	}

}
