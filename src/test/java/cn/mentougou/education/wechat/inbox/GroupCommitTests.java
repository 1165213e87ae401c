package cn.mentougou.education.wechat.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

class GroupCommitTests {

	private final FakeWriter writer = new FakeWriter();

	private final GroupCommit groupCommit = new GroupCommit(this.writer);

	@AfterEach
	void stop() {
		this.groupCommit.stop();
	}

	@Test
	void aMessageAloneIsCommittedAtOnce() {
		this.groupCommit.start();
		assertThat(this.groupCommit.insert(row(1))).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
		assertThat(this.writer.groups).hasSize(1);
	}

	@Test
	void whatQueuesDuringACommitSharesTheNextInTheOrderOfTheKeys() throws Exception {
		this.writer.hold = new CountDownLatch(1);
		this.groupCommit.start();
		List<CompletableFuture<Boolean>> all = new ArrayList<>(List.of(this.groupCommit.insert(row(99))));
		assertThat(this.writer.entered.await(5, TimeUnit.SECONDS)).isTrue();
		for (int i = 40; i > 0; i--) {
			all.add(this.groupCommit.insert(row(i)));
		}
		this.writer.hold.countDown();
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
		assertThat(this.writer.groups).hasSize(2);
		assertThat(this.writer.groups.get(1)).hasSize(40).isSorted();
	}

	@Test
	void oneRowThatIsThereAlreadySpoilsTheGroupForNobodyElse() throws Exception {
		this.writer.hold = new CountDownLatch(1);
		this.writer.present.add(row(7).key());
		this.groupCommit.start();
		this.groupCommit.insert(row(99));
		assertThat(this.writer.entered.await(5, TimeUnit.SECONDS)).isTrue();
		List<CompletableFuture<Boolean>> all = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			all.add(this.groupCommit.insert(row(i)));
		}
		this.writer.hold.countDown();
		for (int i = 0; i < 20; i++) {
			assertThat(all.get(i)).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(i != 7);
		}
	}

	@Test
	void anUnknownOutcomeIsSettledByReadingTheKey() {
		this.writer.breakAfterCommit = true;
		this.groupCommit.start();
		assertThat(this.groupCommit.insert(row(1))).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
		assertThat(this.writer.groups).hasSize(1);
	}

	@Test
	void aCommitThatNeverHappenedIsDoneAgain() {
		this.writer.breakBeforeCommit = true;
		this.groupCommit.start();
		assertThat(this.groupCommit.insert(row(1))).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
		assertThat(this.writer.committed).containsExactly(row(1).key());
	}

	@Test
	void whatCannotBeSettledFailsAndTheWriterGoesOn() {
		this.writer.isDown = true;
		this.groupCommit.start();
		assertThat(this.groupCommit.insert(row(1))).failsWithin(5, TimeUnit.SECONDS);
		this.writer.isDown = false;
		assertThat(this.groupCommit.insert(row(2))).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
	}

	@Test
	void anErrorFailsItsBatchAndTheWriterGoesOn() {
		this.writer.error = new OutOfMemoryError("of a test");
		this.groupCommit.start();
		assertThat(this.groupCommit.insert(row(1))).failsWithin(5, TimeUnit.SECONDS)
			.withThrowableThat()
			.withMessageContaining("of a test");
		this.writer.error = null;
		assertThat(this.groupCommit.insert(row(2))).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
	}

	@Test
	void whoComesAfterTheStopIsToldAtOnce() {
		assertThat(this.groupCommit.insert(row(1))).failsWithin(1, TimeUnit.SECONDS);
	}

	private static InboxRow row(int number) {
		byte[] key = new byte[32];
		key[0] = (byte) number;
		return new InboxRow(new MessageKey(key), "wx1", "text", Instant.EPOCH, new byte[0], "id", null, Instant.EPOCH);
	}

	/** A database that can be held, broken and asked. */
	private static final class FakeWriter extends InboxWriter {

		private final List<List<MessageKey>> groups = Collections.synchronizedList(new ArrayList<>());

		private final Set<MessageKey> present = Collections.synchronizedSet(new HashSet<>());

		private final List<MessageKey> committed = Collections.synchronizedList(new ArrayList<>());

		private final CountDownLatch entered = new CountDownLatch(1);

		private volatile CountDownLatch hold = new CountDownLatch(0);

		private volatile boolean breakBeforeCommit;

		private volatile boolean breakAfterCommit;

		private volatile boolean isDown;

		private volatile @Nullable Error error;

		private FakeWriter() {
			super(Mockito.mock(DataSource.class), Mockito.mock(InboxMapper.class), "me");
		}

		@Override
		Result insert(List<InboxRow> rows) {
			List<MessageKey> keys = rows.stream().map(InboxRow::key).toList();
			this.groups.add(keys);
			this.entered.countDown();
			passHold();
			if (this.error != null) {
				throw this.error;
			}
			if (this.isDown || this.breakBeforeCommit) {
				this.breakBeforeCommit = false;
				return Result.UNKNOWN;
			}
			if (keys.stream().anyMatch((key) -> this.present.contains(key) || this.committed.contains(key))) {
				return Result.REFUSED;
			}
			this.committed.addAll(keys);
			if (this.breakAfterCommit) {
				this.breakAfterCommit = false;
				return Result.UNKNOWN;
			}
			return Result.COMMITTED;
		}

		@Override
		@Nullable Boolean settled(InboxRow row) {
			if (this.isDown) {
				throw new IllegalStateException("down");
			}
			if (this.committed.contains(row.key())) {
				return true;
			}
			return this.present.contains(row.key()) ? false : null;
		}

		private void passHold() {
			try {
				this.hold.await(5, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
