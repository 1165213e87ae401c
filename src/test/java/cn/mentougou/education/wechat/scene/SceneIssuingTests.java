package cn.mentougou.education.wechat.scene;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.education.wechat.token.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tickets are got outside of transactions, so these rows are committed and taken away.
 */
@MapperTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SceneIssuingTests {

	private static final String CREATE = "/cgi-bin/qrcode/create";

	private static final Instant MORNING = Instant.parse("2026-05-20T01:00:00Z");

	private final FakePlatform platform = new FakePlatform();

	private final MovableClock clock = new MovableClock(MORNING);

	private final TestTokens tokens = new TestTokens();

	private int issued;

	@Autowired
	private SceneMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void clear() {
		this.platform.close();
		this.jdbc.sql("DELETE FROM scene_code").update();
	}

	@Test
	void permanentCodeIsAskedForOnceAndNeverAgain() {
		platformIssues();
		long id = wanted("三年级（2）班", true);
		issuing().run();
		this.clock.advance(Duration.ofDays(4000));
		issuing().run();
		assertThat(bodies())
			.containsExactly("{\"action_name\":\"QR_LIMIT_STR_SCENE\",\"action_info\":{\"scene\":{\"scene_str\":\""
					+ scene("三年级（2）班") + "\"}}}");
		assertThat(code(id).state()).isEqualTo(SceneQrCode.State.ISSUED);
		assertThat(code(id).ticket())
			.isEqualTo(new SceneQrCode.Ticket("gQ1", "http://weixin.qq.com/q/1", MORNING, null));
		assertThat(code(id).works(this.clock.instant())).isTrue();
		assertThat(code(id).holdsUntil()).isNull();
	}

	@Test
	void codeOfThirtyDaysIsRenewedWeekBeforeItsEnd() {
		platformIssues();
		long id = wanted("一层大厅", false);
		issuing().run();
		assertThat(bodies().get(0)).contains("\"expire_seconds\":2592000", "QR_STR_SCENE");
		assertThat(code(id).holdsUntil()).isEqualTo("2026-06-18");
		this.clock.advance(Duration.ofDays(22));
		issuing().run();
		assertThat(bodies()).hasSize(1);
		this.clock.advance(Duration.ofDays(1));
		issuing().run();
		assertThat(bodies()).hasSize(2);
		assertThat(code(id).ticket().url()).isEqualTo("http://weixin.qq.com/q/2");
		assertThat(code(id).ticket().expiresAt()).isEqualTo(MORNING.plus(Duration.ofDays(53)));
	}

	@Test
	void manyInstancesMakeOneRenewal() throws InterruptedException {
		platformIssues();
		wanted("一层大厅", false);
		issuing().run();
		this.clock.advance(Duration.ofDays(25));
		CountDownLatch go = new CountDownLatch(1);
		List<Thread> instances = Stream.generate(() -> new Thread(() -> {
			try {
				go.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			issuing().run();
		})).limit(6).toList();
		instances.forEach(Thread::start);
		go.countDown();
		for (Thread instance : instances) {
			instance.join();
		}
		assertThat(bodies()).hasSize(2);
	}

	@Test
	void whoDiesAfterTheCallLeavesCodeThatIsAskedForByTheSameScene() {
		platformIssues();
		long id = wanted("家长开放日", true);
		SceneMapper.Row row = this.mapper.find(id).orElseThrow();
		// An instance claims it, calls and dies before it writes down what came.
		assertThat(this.mapper.claim(id, row.dueAt(), MORNING.plusSeconds(60))).isOne();
		new WxMpSceneTickets(this.tokens.clients(this.platform.url()), this.clock).create(row.appId(), row.scene(),
				true);
		issuing().run();
		assertThat(bodies()).as("another instance waits for the lease").hasSize(1);
		this.clock.advance(Duration.ofMinutes(1));
		issuing().run();
		assertThat(bodies()).hasSize(2);
		assertThat(bodies().get(1)).as("one scene is one code, however often it is asked for")
			.isEqualTo(bodies().get(0));
		assertThat(code(id).state()).isEqualTo(SceneQrCode.State.ISSUED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"errcode\":-1,\"errmsg\":\"busy\"}", "", "{}", "<xml>", "{\"ticket\":\"gQ\"}",
			"{\"errcode\":45009,\"errmsg\":\"quota\"}", "{\"ticket\":\"gQ\",\"url\":\"u\",\"expire_seconds\":-5}" })
	void whatBringsNothingIsAskedAgainLaterAndLater(String answer) {
		this.platform.answer(CREATE, answer);
		long id = wanted("一层大厅", false);
		for (int minutes : new int[] { 0, 1, 2, 4 }) {
			this.clock.advance(Duration.ofMinutes(minutes));
			issuing().run();
			issuing().run();
		}
		assertThat(bodies()).hasSize(4);
		assertThat(code(id).state()).isEqualTo(SceneQrCode.State.WANTED);
		assertThat(code(id).failure()).isNotBlank();
		platformIssues();
		this.clock.advance(Duration.ofMinutes(8));
		issuing().run();
		assertThat(code(id).failure()).isNull();
		assertThat(code(id).works(this.clock.instant())).isTrue();
	}

	@Test
	void whatThePlatformRefusesWaitsForPerson() {
		this.platform.answer(CREATE, "{\"errcode\":48001,\"errmsg\":\"api unauthorized rid: 1a-2b\"}");
		long id = wanted("一层大厅", false);
		issuing().run();
		this.clock.advance(Duration.ofDays(2));
		issuing().run();
		assertThat(bodies()).hasSize(1);
		assertThat(code(id).state()).isEqualTo(SceneQrCode.State.REFUSED);
		platformIssues();
		assertThat(this.mapper.askAgain(id, this.clock.instant())).isOne();
		issuing().run();
		assertThat(code(id).state()).isEqualTo(SceneQrCode.State.ISSUED);
	}

	@Test
	void failedRenewalLeavesTheTicketThatStillHolds() {
		platformIssues();
		long id = wanted("一层大厅", false);
		issuing().run();
		this.clock.advance(Duration.ofDays(24));
		this.platform.answer(CREATE, "");
		issuing().run();
		assertThat(code(id).works(this.clock.instant())).isTrue();
		this.clock.advance(Duration.ofDays(7));
		assertThat(code(id).works(this.clock.instant())).isFalse();
	}

	@Test
	void withdrawnCodeIsNotRenewed() {
		platformIssues();
		long id = wanted("一层大厅", false);
		issuing().run();
		assertThat(this.mapper.withdraw(id, this.clock.instant())).isOne();
		this.clock.advance(Duration.ofDays(25));
		issuing().run();
		assertThat(bodies()).hasSize(1);
	}

	private void platformIssues() {
		this.platform.answer(CREATE, (call) -> {
			this.issued++;
			String life = call.body().contains("expire_seconds") ? ",\"expire_seconds\":2592000" : "";
			return new FakePlatform.Answer(200, "{\"ticket\":\"gQ" + this.issued + "\"" + life
					+ ",\"url\":\"http://weixin.qq.com/q/" + this.issued + "\"}");
		});
	}

	private SceneIssuing issuing() {
		return new SceneIssuing(this.mapper, new WxMpSceneTickets(this.tokens.clients(this.platform.url()), this.clock),
				this.clock);
	}

	private long wanted(String title, boolean isPermanent) {
		SceneDraft draft = new SceneDraft(SceneKind.OTHER, new UnitId(1), title, "", isPermanent, null);
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(Accounts.APP_ID, scene(title), draft, draft.purpose(), 1, this.clock.instant(), key);
		return key.getValue();
	}

	private static String scene(String title) {
		return "qr-other-" + title.hashCode();
	}

	private SceneQrCode code(long id) {
		return this.mapper.find(id).orElseThrow().code();
	}

	private List<String> bodies() {
		return this.platform.calls(CREATE).stream().map(FakePlatform.Call::body).toList();
	}

}
