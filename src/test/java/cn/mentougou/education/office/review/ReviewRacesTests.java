package cn.mentougou.education.office.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several at once, in transactions that commit. {@code -Dreview.rounds=500} for a long
 * proof.
 */
@PageTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ReviewRacesTests {

	private static final String KIND = SampleWork.KIND;

	private static final long UNIT = 4_711;

	private static final int ROUNDS = Integer.getInteger("review.rounds", 12);

	@Autowired
	private Reviews reviews;

	@Autowired
	private ApprovalGate gate;

	@Autowired
	private ReviewRegister register;

	@Autowired
	private ReviewHistory history;

	@Autowired
	private Vault vault;

	@Autowired
	private SampleWork works;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final ExecutorService threads = Executors.newFixedThreadPool(3);

	@AfterEach
	void clean() throws InterruptedException {
		this.threads.shutdownNow();
		assertThat(this.threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		for (String table : List.of("review_answer", "review_decision", "review_participant")) {
			this.jdbc.sql("DELETE FROM " + table + " WHERE review_id IN (SELECT id FROM review_item WHERE unit_id = ?)")
				.param(UNIT)
				.update();
		}
		this.jdbc.sql("DELETE FROM review_item WHERE unit_id = ?").param(UNIT).update();
	}

	private String work() {
		return this.works.write(UNIT, "稿件", Set.of(6_000_001L));
	}

	private String hashOf(String id) {
		return this.works.find(id).orElseThrow().contentHash();
	}

	/** Starts all at once and returns how many were not refused. */
	private int atOnce(List<Runnable> acts) throws Exception {
		CyclicBarrier start = new CyclicBarrier(acts.size());
		List<Future<Boolean>> outcomes = new ArrayList<>();
		for (Runnable act : acts) {
			Callable<Boolean> started = () -> {
				start.await();
				try {
					act.run();
					return true;
				}
				catch (Refusal.Conflict ex) {
					return false;
				}
			};
			outcomes.add(this.threads.submit(started));
		}
		int done = 0;
		for (Future<Boolean> outcome : outcomes) {
			done += result(outcome) ? 1 : 0;
		}
		return done;
	}

	private static boolean result(Future<Boolean> outcome) throws Exception {
		try {
			return outcome.get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

	@Test
	void ofTwoReviewersAtOnceOneDecides() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String id = work();
			new Approvals(this.reviews).submit(KIND, id);
			List<Runnable> acts = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				acts.add(() -> this.reviews.passSecrecy(Approvals.somebody(Role.REVIEWER, UNIT), KIND, id,
						SecrecyForm.clear(hashOf(id), "来源")));
			}
			acts.add(() -> this.reviews.giveBack(Approvals.somebody(Role.REVIEWER, UNIT), KIND, id, "标题"));
			assertThat(atOnce(acts)).isEqualTo(1);
			assertThat(this.register.historyOf(this.register.of(KIND, id).orElseThrow())).hasSize(2);
		}
	}

	@Test
	void approvalNeverHoldsForWhatIsChangedAtTheSameMoment() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String id = work();
			new Approvals(this.reviews).pass(KIND, id);
			String seen = hashOf(id);
			String changed = "c".repeat(64);
			atOnce(List.of(() -> this.reviews.approve(Approvals.somebody(Role.LEADER, UNIT), KIND, id, seen),
					() -> new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
						this.works.change(id, changed);
						this.reviews.contentChanged(KIND, id, changed);
					})));
			assertThat(this.reviews.state(KIND, id)).isEqualTo(ReviewState.VOIDED);
			assertThat(this.gate.isApproved(KIND, id, seen)).isFalse();
			assertThat(this.gate.isApproved(KIND, id, changed)).isFalse();
		}
	}

	@Test
	void firstSubmissionByTwoAtOnceIsOne() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			String id = work();
			Runnable submit = () -> new Approvals(this.reviews).submit(KIND, id);
			assertThat(atOnce(List.of(submit, submit, submit))).isEqualTo(3);
			assertThat(this.register.historyOf(this.register.of(KIND, id).orElseThrow())).hasSize(1);
		}
	}

	/**
	 * Whatever happens in whatever order: the gate is open for exactly the content that
	 * was approved last and not touched since.
	 */
	@Test
	void gateIsOpenForTheApprovedContentAlone() {
		Random random = new Random(20261124);
		Approvals approvals = new Approvals(this.reviews);
		for (int round = 0; round < ROUNDS; round++) {
			String id = work();
			String approved = "";
			for (int step = 0; step < 8; step++) {
				approved = step(random, approvals, id, approved);
				String now = hashOf(id);
				assertThat(this.gate.isApproved(KIND, id, now)).isEqualTo(approved.equals(now));
				assertThat(approved.isEmpty() || this.gate.isApproved(KIND, id, approved)).isTrue();
			}
		}
	}

	private String step(Random random, Approvals approvals, String id, String approved) {
		switch (random.nextInt(4)) {
			case 0 -> {
				if (approved.isEmpty()) {
					approvals.approve(KIND, id);
				}
				return hashOf(id);
			}
			case 1 -> {
				if (ReviewState.BOUND.contains(this.reviews.state(KIND, id))) {
					approvals.giveBack(KIND, id, "退回");
				}
				return "";
			}
			case 2 -> {
				char[] hash = hashOf(id).toCharArray();
				int place = random.nextInt(hash.length);
				hash[place] = (hash[place] == 'e') ? 'd' : 'e';
				String changed = this.works.change(id, String.valueOf(hash));
				new TransactionTemplate(this.transactions)
					.executeWithoutResult((status) -> this.reviews.contentChanged(KIND, id, changed));
				return "";
			}
			default -> {
				approvals.submit(KIND, id);
				return approved;
			}
		}
	}

	@Test
	void whatPeopleWroteIsSealedAndSealedAgain() {
		String id = work();
		new Approvals(this.reviews).pass(KIND, id);
		new Approvals(this.reviews).giveBack(KIND, id, "第二段写错了");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM review_decision WHERE opinion LIKE '%第二段%'")
			.query(Long.class)
			.single()).isZero();
		Resealing resealing = new Resealing(this.vault);
		String after = this.history.reseal("", resealing);
		while (!after.isEmpty()) {
			after = this.history.reseal(after, resealing);
		}
		assertThat(resealing.seen()).isGreaterThanOrEqualTo(2);
		assertThat(resealing.left()).isEmpty();
	}

}
