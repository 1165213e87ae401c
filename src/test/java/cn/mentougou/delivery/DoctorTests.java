package cn.mentougou.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class DoctorTests {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final String TOKEN = "{\"access_token\":\"the-token\",\"expires_in\":7200}";

	private final FakePlatform platform = new FakePlatform().answer("/cgi-bin/stable_token", TOKEN)
		.answer("/cgi-bin/getcallbackip", "{\"ip_list\":[\"203.0.113.1\",\"203.0.113.2\"]}");

	private final Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());

	@TempDir
	private Path folder;

	private int status;

	@AfterEach
	void close() {
		this.platform.close();
	}

	@Test
	void healthyInstallationEndsWithZero() {
		MariaDb mariaDb = Engines.shared().mariaDb();
		this.properties.putAll(EngineProperties.withTwoUsers(mariaDb, mariaDb.newDatabase()));
		this.properties.put("education.wechat.api-base-url", this.platform.url());
		try (PackagedApplication application = new PackagedApplication(this.properties, this.folder.resolve("app"))) {
			application.start().stop();
		}
		List<String> lines = examine();
		assertThat(lines).allMatch((line) -> line.startsWith("✔ ") || line.equals("一切正常。"))
			.anyMatch((line) -> line.startsWith("✔ 密钥："))
			.anyMatch((line) -> line.startsWith("✔ 数据库：连得上，版本 MariaDB 11.4"))
			.anyMatch((line) -> line.startsWith("✔ 数据库字符集：utf8mb4"))
			.anyMatch((line) -> line.startsWith("✔ 数据库时间：连接的时区 +08:00"))
			.anyMatch((line) -> line.startsWith("✔ 数据库升级：已是最新"))
			.anyMatch((line) -> line.startsWith("✔ 审计：改不动审计记录。"))
			.anyMatch((line) -> line.startsWith("✔ Redis：连得上"))
			.anyMatch((line) -> line.startsWith("✔ PDF 检查：能检查"))
			.anyMatch((line) -> line.startsWith("✔ 时钟：与微信平台相差"))
			.anyMatch((line) -> line.contains("订阅号 " + EngineProperties.SUBSCRIPTION + " 取得到"))
			.anyMatch((line) -> line.contains("服务号 " + EngineProperties.SERVICE + " 有 2 个推送来源地址"));
		assertThat(this.status).isZero();
	}

	@Test
	void everythingThatIsDownIsNamedWithItsRemedy() {
		this.properties.put("education.wechat.api-base-url", "http://127.0.0.1:1");
		this.properties.put("spring.datasource.url", "jdbc:mysql://127.0.0.1:1/none");
		this.properties.put("spring.data.redis.port", 1);
		List<String> lines = examine();
		assertThat(lines).contains("✘ 数据库：连不上数据库。", "✘ 数据库升级：连不上数据库。", "✘ Redis：连不上，或它不接受密码。", bad(lines))
			.anyMatch((line) -> line.startsWith("✔ 密钥："))
			.anyMatch((line) -> line.startsWith("✘ 时钟：连不上微信平台"))
			.anyMatch((line) -> line.contains("公众号 " + EngineProperties.SERVICE + " 取不到 access_token：连不上微信平台"))
			.anyMatch((line) -> line.contains("spring.datasource.url"));
		assertThat(this.status).isEqualTo(1);
	}

	@Test
	void databaseWithoutTablesAndForeignAddressAreNamed() {
		this.properties.put("education.wechat.api-base-url", this.platform.url());
		this.properties.put("spring.datasource.password", "wrong-p4ssw0rd");
		this.platform.answer("/cgi-bin/stable_token",
				"{\"errcode\":40164,\"errmsg\":\"invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist\"}");
		List<String> lines = examine();
		assertThat(lines).contains("✘ 数据库：数据库不接受用户名或密码。")
			.anyMatch((line) -> line.contains("服务器出口地址 203.0.113.9 不在公众平台的 IP 白名单里"));
		assertThat(this.status).isEqualTo(1);
	}

	@Test
	void databaseBeforeTheFirstStartIsToldApart() {
		this.properties.put("education.wechat.api-base-url", this.platform.url());
		List<String> lines = examine();
		assertThat(lines).anyMatch((line) -> line.matches("✘ 数据库升级：还有 \\d+ 个升级脚本没有执行。"))
			.contains("✘ 审计：还没有审计表，或没有读它的权限。", bad(lines))
			.anyMatch((line) -> line.startsWith("✔ Redis"));
	}

	@Test
	void wrongConfigurationIsSaidInItsSentence() {
		this.properties.put("education.wechat.api-base-url", this.platform.url());
		this.properties.put("education.wechat.accounts[1].secret", "changeme");
		this.properties.put("education.privacy.index-key", "c2hvcnQ=");
		this.properties.remove("spring.datasource.url");
		List<String> lines = examine();
		assertThat(lines).anyMatch((line) -> line.startsWith("✘ 密钥：education.privacy.index-key 的写法不对"))
			.anyMatch((line) -> line.startsWith("✘ access_token：education.wechat.accounts[1].secret 是示例值"))
			.contains("✘ 数据库：没有配置 spring.datasource.url。")
			.anyMatch((line) -> line.startsWith("✔ Redis"));
		assertThat(this.status).isEqualTo(1);
	}

	/** The last line counts what is wrong. */
	private static String bad(List<String> lines) {
		return "有 " + lines.stream().filter((line) -> line.startsWith("✘ ")).count() + " 项要处理。";
	}

	private List<String> examine() {
		try (PackagedApplication doctor = new PackagedApplication(this.properties, this.folder.resolve("doctor"))) {
			ChildProcess process = doctor.launch("doctor");
			this.status = process.awaitEnd(PATIENCE);
			String output = process.output();
			assertThat(output).doesNotContain("the-token", "wrong-p4ssw0rd", "changeme", "\tat ", "Exception:");
			this.properties.forEach((name, value) -> {
				if (name.matches(".*(secret|password|\\.key|index-key|aes-key|\\.token)$")) {
					assertThat(output).as(name).doesNotContain(value.toString());
				}
			});
			return output.lines().toList();
		}
	}

}
