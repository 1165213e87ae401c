package cn.mentougou.education.office.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.retention.Holds;
import cn.mentougou.education.office.retention.Officers;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.inbox.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "education.job.enabled=false")
class DossierTests {

	private static final Pattern WORD = Pattern.compile("DELETE-[0-9A-F]{8}");

	@Autowired
	private ExportPersonCommand export;

	@Autowired
	private ErasePersonCommand erase;

	@Autowired
	private Inbox inbox;

	@Autowired
	private DeadLetters letters;

	@Autowired
	private Holds holds;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@BeforeEach
	@AfterEach
	void begin() {
		List.of("inbox_message", "inbox_claim", "inbox_record", "dead_letter", "data_hold", "deletion_record")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
	}

	@Test
	void thePersonsFilesHoldEverythingThatWasPutInAndNothingOfOthers() throws IOException {
		writes("oMother", "孩子今天请假");
		fails("oMother", "想转学");
		writes("oFather", "别人说的话");
		assertThat(run(this.export, "openid:oMother", this.folder.toString())).isZero();
		assertThat(said()).contains("收到的微信消息：1 项", "没有处理成功的微信消息：1 项", "openid ****").doesNotContain("oMother", "请假");
		List<Path> files = files();
		assertThat(files).hasSize(2).allSatisfy((file) -> {
			assertThat(Files.readString(file)).contains("oMother", "孩子今天请假", "想转学").doesNotContain("别人说的话", "oFather");
			assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
			assertThat(file.getFileName().toString()).doesNotContain("oMother");
		});
		assertThat(audited("dossier.exported")).isOne();
	}

	@Test
	void erasureIsRehearsedThenConfirmedThenDone() {
		writes("oMother", "孩子今天请假");
		fails("oMother", "想转学");
		writes("oFather", "别人说的话");
		int audits = count("audit_entry");
		assertThat(run(this.erase, "openid:oMother")).isZero();
		assertThat(said()).contains("演习", "收到的微信消息：将删除 1 项");
		assertThat(count("inbox_message")).isEqualTo(2);
		assertThat(count("audit_entry")).isEqualTo(audits);
		String word = word();
		assertThat(run(this.erase, "openid:oMother", "DELETE-00000000")).isEqualTo(2);
		assertThat(count("inbox_message")).isEqualTo(2);
		assertThat(run(this.erase, "openid:oMother", word)).isZero();
		assertThat(said()).contains("收到的微信消息：已删除 1 项", "完成。");
		assertThat(count("inbox_message")).isOne();
		assertThat(count("dead_letter")).isZero();
		assertThat(count("audit_entry")).isEqualTo(audits + 3);
		assertThat(this.jdbc
			.sql("SELECT CONCAT(register, ' ', rule, ' ', erased_rows) FROM deletion_record ORDER BY register")
			.query(String.class)
			.list()).containsExactly("wechat.deadletter request 1", "wechat.inbox request 1");
		assertThat(run(this.erase, "openid:oMother", word)).isZero();
		assertThat(said()).contains("收到的微信消息：已删除 0 项");
	}

	@Test
	void theWordOfOnePersonDoesNotEraseAnother() {
		writes("oFather", "别人说的话");
		run(this.erase, "openid:oMother");
		assertThat(run(this.erase, "openid:oFather", word())).isEqualTo(2);
		assertThat(count("inbox_message")).isOne();
	}

	@Test
	void aHeldPersonIsNotErasedAndAHeldRegisterIsLeftOut() {
		writes("oMother", "孩子今天请假");
		long hold = this.holds.hold(Officers.with(Role.SECURITY_ADMINISTRATOR),
				PersonKeys.of(new PersonKey.OpenId("oMother")), "投诉正在调查");
		assertThat(run(this.erase, "openid:oMother")).isOne();
		assertThat(said()).contains("第 " + hold + " 号");
		this.holds.lift(Officers.with(Role.SECURITY_ADMINISTRATOR), hold);
		this.holds.hold(Officers.with(Role.SECURITY_ADMINISTRATOR), "wechat.inbox", "等待检查组");
		run(this.erase, "openid:oMother");
		assertThat(run(this.erase, "openid:oMother", word())).isZero();
		assertThat(said()).contains("保留 1 项：整个登记簿有保留", "有保留的内容");
		assertThat(count("inbox_message")).isOne();
	}

	@Test
	void whoIsMeantMustBeSaid() {
		assertThat(run(this.export)).isEqualTo(2);
		assertThat(run(this.export, "staff:abc")).isEqualTo(2);
		assertThat(run(this.erase, "王女士")).isEqualTo(2);
		assertThat(said()).contains("phone:手机号");
	}

	private int run(Command command, String... arguments) {
		this.out.reset();
		return command.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private String said() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String word() {
		Matcher word = WORD.matcher(said());
		assertThat(word.find()).isTrue();
		return word.group();
	}

	private void writes(String openId, String words) {
		MessageKey key = this.inbox.keyOf("wx1", List.of("message", UUID.randomUUID().toString()));
		this.inbox
			.keepAnswered(new InboxEntry(key, "wx1", "text", this.clock.instant().minus(Duration.ofMinutes(2)),
					xml(openId, words), "c"), new InboxEntry.Answered(null, Outcome.ANSWERED, "DEFAULT"))
			.join();
	}

	private void fails(String openId, String words) {
		byte[] key = this.inbox.keyOf("wx1", List.of("message", UUID.randomUUID().toString())).value();
		this.letters
			.keep(new DeadLetter(0, key, "wx1", "text", "reason", xml(openId, words), 1, this.clock.instant(), "c"));
	}

	private static byte[] xml(String openId, String words) {
		return ("<xml><FromUserName>" + openId + "</FromUserName><Content>" + words + "</Content></xml>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private List<Path> files() throws IOException {
		try (var files = Files.list(this.folder)) {
			return files.toList();
		}
	}

	private int audited(String action) {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ?")
			.param(action)
			.query(Integer.class)
			.single();
	}

	private int count(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

}
