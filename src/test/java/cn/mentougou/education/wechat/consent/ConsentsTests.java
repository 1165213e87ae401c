package cn.mentougou.education.wechat.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.notice.SimTemplate;
import cn.mentougou.wechatsim.push.Push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The ledger of consents beside the simulated platform's own. */
@Journey
class ConsentsTests {

	private static final String APP = ConsentLedger.APP;

	@Autowired
	private ConsentListener listener;

	@Autowired
	private Consents consents;

	@Autowired
	private ConsentHolder holder;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private WeChatSimulator journey;

	@Autowired
	private PlatformTransactionManager transactions;

	private ConsentLedger ledger;

	private SimPerson mother;

	@BeforeEach
	void open() {
		this.ledger = new ConsentLedger(this.listener, this.consents, new TransactionTemplate(this.transactions),
				this.jdbc, this.clock);
		this.mother = this.ledger.person();
		this.mother.follow(APP);
	}

	@AfterEach
	void close() {
		this.ledger.close();
	}

	@Test
	void everyAcceptAllowsOneNotice() {
		assertThat(this.ledger.has(this.mother, this.ledger.once())).isFalse();
		accept(this.ledger.once());
		accept(this.ledger.once());
		this.ledger.learn(this.mother.rejectNotices(APP, this.ledger.once().id()));
		assertThat(this.ledger.of(this.mother)).extracting(Consent::title, Consent::credits, Consent::sentence)
			.containsExactly(tuple("家长会通知", 2, "还可以发 2 条"));
		assertThat(List.of(spend(this.ledger.once()), spend(this.ledger.once()), spend(this.ledger.once())))
			.containsExactly(true, true, false);
	}

	@Test
	void longTermConsentAllowsManyUntilItIsWithdrawn() {
		accept(this.ledger.lasting());
		assertThat(List.of(spend(this.ledger.lasting()), spend(this.ledger.lasting()))).containsExactly(true, true);
		tick();
		this.ledger.learn(this.mother.switchNoticesOff(APP, this.ledger.lasting().id()));
		assertThat(spend(this.ledger.lasting())).isFalse();
		tick();
		accept(this.ledger.lasting());
		assertThat(spend(this.ledger.lasting())).isTrue();
		tick();
		this.ledger.learn(this.mother.rejectNotices(APP, this.ledger.lasting().id()));
		assertThat(spend(this.ledger.lasting())).isFalse();
	}

	@Test
	void pushThatIsRunAgainIsCountedOnce() {
		Push push = this.mother.acceptNotices(APP, this.ledger.once().id());
		this.ledger.learn(push);
		this.ledger.learn(push);
		assertThat(List.of(spend(this.ledger.once()), spend(this.ledger.once()))).containsExactly(true, false);
	}

	@Test
	void acceptThatComesAfterTheUnfollowCountsForNothing() {
		Push accepted = this.mother.acceptNotices(APP, this.ledger.once().id());
		tick();
		Push left = this.mother.unfollow(APP);
		this.ledger.learn(left);
		this.ledger.learn(accepted);
		assertThat(spend(this.ledger.once())).isFalse();
		tick();
		this.mother.follow(APP);
		accept(this.ledger.once());
		assertThat(spend(this.ledger.once())).isTrue();
		assertThat(this.ledger.send(this.mother, this.ledger.once())).isZero();
	}

	@Test
	void consentIsGivenBackUnlessItWasWithdrawnMeanwhile() {
		accept(this.ledger.once());
		assertThat(spend(this.ledger.once())).isTrue();
		this.ledger.giveBack(this.mother, this.ledger.once(), this.clock.instant());
		assertThat(spend(this.ledger.once())).isTrue();
		Instant spentAt = this.clock.instant();
		tick();
		this.ledger.learn(this.mother.switchNoticesOff(APP, this.ledger.once().id()));
		this.ledger.giveBack(this.mother, this.ledger.once(), spentAt);
		assertThat(spend(this.ledger.once())).isFalse();
	}

	@Test
	void platformThatDeniesAConsentIsBelieved() {
		accept(this.ledger.once());
		accept(this.ledger.lasting());
		this.ledger.denied(this.mother, this.ledger.once());
		this.ledger.denied(this.mother, this.ledger.lasting());
		assertThat(spend(this.ledger.once())).isFalse();
		assertThat(spend(this.ledger.lasting())).isFalse();
	}

	@Test
	void lastConsentIsSpentByOneOfMany() throws Exception {
		accept(this.ledger.once());
		accept(this.ledger.once());
		ExecutorService threads = Executors.newFixedThreadPool(6);
		List<Callable<Boolean>> spenders = Collections.nCopies(12, () -> spend(this.ledger.once()));
		int spent = 0;
		for (Future<Boolean> future : threads.invokeAll(spenders)) {
			spent += future.get() ? 1 : 0;
		}
		threads.shutdown();
		assertThat(spent).isEqualTo(2);
	}

	@Test
	void everythingIsErasedForThePersonAndWhatIsVoidAfterSevenDays() {
		accept(this.ledger.once());
		PersonKeys keys = PersonKeys.of(new PersonKey.OpenId(this.mother.openId(APP)));
		assertThat(this.holder.export(keys)).hasSize(2)
			.last()
			.satisfies((item) -> assertThat(item.fields()).containsEntry("还可以发送的条数", "1"));
		SimPerson father = this.ledger.person();
		father.follow(APP);
		this.ledger.learn(father.acceptNotices(APP, this.ledger.once().id()));
		tick();
		this.ledger.learn(father.unfollow(APP));
		PersonKeys fathers = PersonKeys.of(new PersonKey.OpenId(father.openId(APP)));
		Instant later = this.clock.instant().plus(Duration.ofDays(7)).plusSeconds(1);
		this.holder.retain(new Retention(later, fathers, (rule, rows) -> {
		}));
		assertThat(this.holder.export(fathers)).hasSize(2);
		this.holder.retain(new Retention(later, PersonKeys.NONE, (rule, rows) -> {
		}));
		assertThat(this.holder.export(fathers)).isEmpty();
		assertThat(spend(this.ledger.once())).isTrue();
		assertThat(this.holder.erasable(keys).rows()).isPositive();
		this.holder.erase(keys);
		assertThat(this.holder.export(keys)).isEmpty();
	}

	/**
	 * People accept, refuse, switch off, leave and come back, often within one second;
	 * the pushes come in any order and some of them twice. Whatever the ledger then lets
	 * through, the platform takes.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void ledgerNeverAllowsWhatThePlatformRefuses(long seed) {
		Random random = new Random(seed);
		List<SimPerson> people = List.of(this.mother, this.ledger.person(), this.ledger.person());
		int taken = 0;
		for (int round = 0; round < 60; round++) {
			List<Push> pushes = new ArrayList<>();
			for (int deed = random.nextInt(6); deed >= 0; deed--) {
				pushes.add(deed(people.get(random.nextInt(people.size())), random));
				this.journey.clock().advance(Duration.ofMillis(random.nextInt(3) * 700L));
			}
			Collections.shuffle(pushes, random);
			for (Push push : pushes) {
				this.ledger.learn(push);
				if (random.nextInt(4) == 0) {
					this.ledger.learn(push);
				}
			}
			for (SimPerson person : people) {
				taken += send(person, this.ledger.once(), random) + send(person, this.ledger.lasting(), random);
			}
		}
		assertThat(taken).isGreaterThan(20);
	}

	private Push deed(SimPerson person, Random random) {
		SimTemplate template = random.nextInt(3) == 0 ? this.ledger.lasting() : this.ledger.once();
		return switch (random.nextInt(10)) {
			case 0 -> person.switchNoticesOff(APP, template.id());
			case 1, 2 -> person.rejectNotices(APP, template.id());
			case 3 -> person.follows(APP) ? person.unfollow(APP) : person.follow(APP);
			default -> person.acceptNotices(APP, template.id());
		};
	}

	/**
	 * Up to three notices; some are given up before the call, as when there is no line.
	 */
	private int send(SimPerson person, SimTemplate template, Random random) {
		int taken = 0;
		for (int i = random.nextInt(3); i >= 0; i--) {
			Instant spentAt = this.clock.instant();
			if (spend(person, template)) {
				if (random.nextInt(5) == 0) {
					this.ledger.giveBack(person, template, spentAt);
				}
				else {
					assertThat(this.ledger.send(person, template)).isZero();
					taken++;
				}
			}
		}
		return taken;
	}

	private void accept(SimTemplate template) {
		this.ledger.learn(this.mother.acceptNotices(APP, template.id()));
	}

	private boolean spend(SimTemplate template) {
		return spend(this.mother, template);
	}

	private boolean spend(SimPerson person, SimTemplate template) {
		return this.ledger.spend(person, template);
	}

	private void tick() {
		this.journey.clock().advance(Duration.ofSeconds(2));
	}

}
