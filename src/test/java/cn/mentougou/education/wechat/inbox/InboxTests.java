package cn.mentougou.education.wechat.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.inbox.Inbox.Delivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "education.job.enabled=false")
class InboxTests {

	private static final InboxSettings SETTINGS = new InboxSettings(Duration.ofSeconds(3), Duration.ofSeconds(20),
			Duration.ofDays(30), Duration.ofDays(400));

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	@Autowired
	private InboxMapper mapper;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private Vault vault;

	@Autowired
	private LookupIndex index;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	private final MovableClock clock = new MovableClock(NOON);

	private TransactionTemplate transaction;

	private Instance here;

	private Instance there;

	@BeforeEach
	void startTwoInstances() {
		List.of("inbox_message", "inbox_claim", "inbox_record")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
		this.transaction = new TransactionTemplate(this.transactions);
		this.here = new Instance("here");
		this.there = new Instance("there");
	}

	@AfterEach
	void stopThem() {
		this.here.groupCommit.stop();
		this.there.groupCommit.stop();
	}

	@Test
	void theKeyDependsOnTheAccountAndEachPartOfTheIdentity() {
		Inbox inbox = this.here.inbox;
		assertThat(inbox.keyOf("wx1", List.of("message", "1"))).isEqualTo(inbox.keyOf("wx1", List.of("message", "1")));
		assertThat(inbox.keyOf("wx1", List.of("message", "1")))
			.isNotEqualTo(inbox.keyOf("wx2", List.of("message", "1")))
			.isNotEqualTo(inbox.keyOf("wx1", List.of("message", "11")))
			.isNotEqualTo(inbox.keyOf("wx1", List.of("message1", "")));
	}

	@Test
	void whoseRowWinsSuppliesTheReplyOfBothInstances() {
		InboxEntry entry = entry();
		assertThat(this.here.inbox.keepAnswered(entry, answered("first"))).succeedsWithin(5, TimeUnit.SECONDS)
			.isEqualTo(true);
		assertThat(this.there.inbox.keepAnswered(entry, answered("second"))).succeedsWithin(5, TimeUnit.SECONDS)
			.isEqualTo(false);
		assertThat(this.there.inbox.find(entry.key())).hasValueSatisfying((stored) -> {
			assertThat(stored.reply()).isEqualTo(bytes("first"));
			assertThat(stored.state()).isEqualTo(InboxState.DONE);
			assertThat(stored.xml()).isEqualTo(entry.xml());
		});
	}

	@Test
	void aMessageIsClaimedByOneInstanceOnly() {
		InboxEntry entry = entry();
		assertThat(this.here.inbox.keepClaimed(entry)).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
		assertThat(this.there.inbox.keepClaimed(entry)).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(false);
		assertThat(this.there.inbox.takeOver(entry.key())).isEmpty();
	}

	@Test
	void aClaimThatRanOutIsTakenOverAndTheOldWorkIsRolledBack() {
		InboxEntry entry = claimedHere();
		this.clock.advance(Duration.ofSeconds(4));
		Claim claim = this.there.inbox.takeOver(entry.key()).orElseThrow();
		assertThat(claim.number()).isEqualTo(2);
		assertThatExceptionOfType(Inbox.LostClaim.class)
			.isThrownBy(() -> finish(this.here, new Claim(entry.key(), 1), "old"));
		assertThat(finish(this.there, claim, "new")).isEqualTo(Delivered.WITH_ANSWER);
		assertThat(this.here.inbox.find(entry.key()).orElseThrow().reply()).isEqualTo(bytes("new"));
	}

	@Test
	void aRenewedClaimIsNotTakenOver() {
		InboxEntry entry = claimedHere();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.here.inbox.renew(new Claim(entry.key(), 1))).isTrue();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.there.inbox.takeOver(entry.key())).isEmpty();
		assertThat(this.here.inbox.renew(new Claim(entry.key(), 9))).isFalse();
	}

	@Test
	void aParkedMessageKeepsSuccessAndItsReplyGoesLater() {
		InboxEntry entry = claimedHere();
		assertThat(this.here.inbox.park(entry.key())).isTrue();
		assertThat(this.there.inbox.park(entry.key())).isFalse();
		assertThat(finish(this.here, new Claim(entry.key(), 1), "late")).isEqualTo(Delivered.LATER);
		assertThat(this.there.inbox.find(entry.key())).hasValueSatisfying((stored) -> {
			assertThat(stored.state()).isEqualTo(InboxState.DONE);
			assertThat(stored.reply()).isNull();
		});
	}

	@Test
	void aDoneMessageIsNeitherParkedNorTakenOver() {
		InboxEntry entry = claimedHere();
		finish(this.here, new Claim(entry.key(), 1), "done");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.here.inbox.park(entry.key())).isFalse();
		assertThat(this.there.inbox.takeOver(entry.key())).isEmpty();
		assertThat(this.there.inbox.abandoned(10)).isEmpty();
	}

	@Test
	void anAbandonedMessageWaitsForThePlatformsRepeatsAndIsFoundAfterThem() {
		InboxEntry entry = claimedHere();
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(this.there.inbox.abandoned(10)).isEmpty();
		this.clock.advance(Duration.ofSeconds(11));
		assertThat(this.there.inbox.abandoned(10)).containsExactly(entry.key());
	}

	@Test
	void anAbandonedParkedMessageIsFoundAsSoonAsItsClaimRanOut() {
		InboxEntry entry = claimedHere();
		this.here.inbox.park(entry.key());
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(this.there.inbox.abandoned(10)).containsExactly(entry.key());
	}

	@Test
	void contentIsErasedAfterItsTimeAndTheRecordWithoutTextRemains() {
		InboxEntry entry = entry();
		this.here.inbox.keepAnswered(entry, answered("reply")).join();
		this.clock.advance(Duration.ofDays(29));
		erase();
		assertThat(this.here.inbox.find(entry.key())).isPresent();
		this.clock.advance(Duration.ofDays(2));
		erase();
		assertThat(this.here.inbox.find(entry.key())).isEmpty();
		assertThat(
				this.jdbc.sql("SELECT CONCAT(app_id, ' ', kind, ' ', state, ' ', outcome, ' ', turn) FROM inbox_record")
					.query(String.class)
					.list())
			.containsExactly("wx1 text DONE ANSWERED WHOLE_KEYWORD");
		this.clock.advance(Duration.ofDays(400));
		erase();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM inbox_record").query(Integer.class).single()).isZero();
	}

	@Test
	void whatNobodyAnsweredIsListedNewestFirst() {
		for (String words : List.of("one", "two")) {
			InboxEntry entry = entry(words);
			this.here.inbox.keepAnswered(entry, new InboxEntry.Answered(null, Outcome.UNANSWERED, "DEFAULT_ANSWER"))
				.join();
			this.clock.advance(Duration.ofSeconds(1));
		}
		this.here.inbox.keepAnswered(entry("three"), answered("yes")).join();
		assertThat(this.here.inbox.latest(Outcome.UNANSWERED, Duration.ofDays(1), 10))
			.extracting((stored) -> new String(stored.xml(), StandardCharsets.UTF_8))
			.containsExactly("two", "one");
	}

	@Test
	void manyInsertsFromTwoInstancesAtOnceHaveOneWinnerEach() {
		List<InboxEntry> entries = IntStream.range(0, 200).mapToObj((i) -> entry("m" + i)).toList();
		var ours = entries.stream().map((entry) -> this.here.inbox.keepAnswered(entry, answered("here"))).toList();
		var theirs = entries.stream().map((entry) -> this.there.inbox.keepAnswered(entry, answered("there"))).toList();
		for (int i = 0; i < entries.size(); i++) {
			boolean isOurs = ours.get(i).orTimeout(20, TimeUnit.SECONDS).join();
			assertThat(theirs.get(i).orTimeout(20, TimeUnit.SECONDS).join()).isNotEqualTo(isOurs);
			assertThat(this.here.inbox.find(entries.get(i).key()).orElseThrow().reply())
				.isEqualTo(bytes(isOurs ? "here" : "there"));
		}
	}

	private InboxEntry claimedHere() {
		InboxEntry entry = entry();
		this.here.inbox.keepClaimed(entry).join();
		return entry;
	}

	private Delivered finish(Instance instance, Claim claim, String reply) {
		return this.transaction.execute((status) -> instance.inbox.finish(claim, answered(reply)));
	}

	private void erase() {
		new InboxHolder(this.mapper, this.vault, SETTINGS, this.clock, this.transaction)
			.retain(new Retention(this.clock.instant(), PersonKeys.NONE, (rule, rows) -> {
			}));
	}

	private InboxEntry entry() {
		return entry("<xml>课表</xml>");
	}

	private InboxEntry entry(String xml) {
		MessageKey key = this.here.inbox.keyOf("wx1", List.of("message", UUID.randomUUID().toString()));
		return new InboxEntry(key, "wx1", "text", this.clock.instant(), bytes(xml), "correlation");
	}

	private static InboxEntry.Answered answered(String reply) {
		return new InboxEntry.Answered(bytes(reply), Outcome.ANSWERED, "WHOLE_KEYWORD");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** An instance of the application, as far as its inbox goes. */
	private final class Instance {

		private final GroupCommit groupCommit;

		private final Inbox inbox;

		private Instance(String owner) {
			InboxTests tests = InboxTests.this;
			this.groupCommit = new GroupCommit(new InboxWriter(tests.dataSource, tests.mapper, owner));
			this.groupCommit.start();
			this.inbox = new Inbox(new Inbox.Parts(tests.mapper, tests.mapper, this.groupCommit, tests.vault,
					tests.index, SETTINGS, tests.clock, owner));
		}

	}

}
