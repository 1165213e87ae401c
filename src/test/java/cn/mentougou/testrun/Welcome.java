package cn.mentougou.testrun;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.wechatsim.WeChatSimulator;

/**
 * What a newcomer reads when everything runs: addresses, accounts, what to try first.
 */
final class Welcome {

	private static final String RULE = "─".repeat(76);

	private final StringBuilder text = new StringBuilder();

	private final Environment environment;

	private final Clock clock;

	private final @Nullable WeChatSimulator simulator;

	Welcome(ApplicationContext context) {
		this.environment = context.getEnvironment();
		this.clock = context.getBean(Clock.class);
		this.simulator = context.getBeanProvider(WeChatSimulator.class).getIfAvailable();
	}

	/** Writes Chinese even where the locale knows only ASCII, as in bare containers. */
	void print() {
		Console console = System.console();
		boolean chinese = console != null && console.charset().newEncoder().canEncode('门');
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
				chinese ? console.charset() : StandardCharsets.UTF_8);
		out.println(text());
	}

	private String text() {
		this.text.append("\n┌").append(RULE).append('\n');
		lines("门头沟区教委公众号系统已经启动（演示环境：自带的密钥是公开的，不可用于正式环境）", "");
		addresses();
		lines("");
		for (DemoAccount account : DemoAccount.of(this.environment)) {
			lines("%s  %s  推送地址 %s/wechat/%2$s".formatted(account.isService() ? "服务号" : "订阅号", account.appId(),
					"http://localhost:" + port("local.server.port")));
		}
		lines("");
		people();
		lines("");
		firstSteps();
		lines("", "停止：按 Ctrl-C。数据在 target/test-run，重新启动后还在；mvn clean 全部清除。");
		return this.text.append('└').append(RULE).toString();
	}

	private void addresses() {
		if (this.simulator != null) {
			lines("手机页（先看这里）  " + this.simulator.controlUrl() + "/", "模拟的微信平台      " + this.simulator.platformUrl());
		}
		lines("系统                http://localhost:" + port("local.server.port"),
				"健康与指标          http://localhost:" + port("local.management.port") + "/actuator/health");
	}

	private void people() {
		lines("工作台              http://localhost:" + port("local.server.port") + "/console",
				"  登录名  submitter editor reviewer leader clerk enquiry teacher",
				"          school opinion kiosk system security audit",
				"  密码    " + this.environment.getRequiredProperty("education.demo.password")
						+ "（都一样；可用 EDUCATION_DEMO_PASSWORD 指定）");
		String secret = this.environment.getRequiredProperty("education.demo.totp-secret");
		lines("  security 还要动态口令：此刻是 " + Totp.of(secret).codeAt(this.clock.instant()) + "，以后的由认证器应用生成，密钥",
				"          " + secret + "（可用 EDUCATION_DEMO_TOTP_SECRET 指定）");
	}

	private void firstSteps() {
		if (this.simulator == null) {
			lines("微信平台：" + this.environment.getProperty("education.wechat.api-base-url") + "（由环境变量指定，模拟器没有启动）");
			return;
		}
		lines("试试看：1. 打开手机页，选一个人，关注订阅号和服务号；", "        2. 写“招生”“班级”“公开”或“帮助”，看系统怎样回答；",
				"        3. 写“慢”或“出错”，看处理太久或失败时家长看到什么；", "        4. 右侧是来往的明文和密文，也可以让平台断线、重发、变慢。");
	}

	private String port(String property) {
		return this.environment.getRequiredProperty(property);
	}

	private void lines(String... lines) {
		for (String line : lines) {
			this.text.append("│ ").append(line).append('\n');
		}
	}

}
