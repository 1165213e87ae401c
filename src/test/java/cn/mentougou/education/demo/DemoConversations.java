package cn.mentougou.education.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Mask;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dialogue.AnswerDesk;
import cn.mentougou.education.wechat.dialogue.Dialogue;
import cn.mentougou.education.wechat.dialogue.DialogueEntry;
import cn.mentougou.education.wechat.dialogue.DialogueFilter;
import cn.mentougou.education.wechat.dialogue.Dialogues;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.unanswered.Unanswered;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;

/**
 * A few conversations of the demonstration, each at another state. The people are on the
 * phone page, too; only the question from before the weekend was never really pushed.
 */
@Component
@Profile("demo")
class DemoConversations {

	private static final Logger logger = LoggerFactory.getLogger(DemoConversations.class);

	private static final DialogueFilter ALL = new DialogueFilter(DialogueFilter.Whose.ALL, null, null, false);

	private final Dialogues dialogues;

	private final AnswerDesk desk;

	private final Unanswered unanswered;

	private final People people;

	private final Actors actors;

	private final WeChatAccounts accounts;

	private final ObjectProvider<PushListener> listeners;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DemoConversations(Dialogues dialogues, AnswerDesk desk, Unanswered unanswered, People people, Actors actors,
			WeChatAccounts accounts, ObjectProvider<PushListener> listeners, PlatformTransactionManager transactions,
			Clock clock) {
		this.dialogues = dialogues;
		this.desk = desk;
		this.unanswered = unanswered;
		this.people = people;
		this.actors = actors;
		this.accounts = accounts;
		this.listeners = listeners;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** At the first start with the simulator, once it knows where we listen. */
	@EventListener
	void on(ApplicationReadyEvent ready) {
		WeChatSimulator simulator = ready.getApplicationContext()
			.getBeanProvider(WeChatSimulator.class)
			.getIfAvailable();
		LocalDate today = LocalDate.now(this.clock);
		if (simulator == null || this.unanswered.between(today.minusYears(1), today, null).asked() > 0) {
			return;
		}
		try {
			seed(simulator);
		}
		catch (RuntimeException ex) {
			// The application is stopped already, or its accounts are not the usual ones.
			logger.warn("no conversations in this demonstration: {}", ex.getMessage());
		}
	}

	private void seed(WeChatSimulator simulator) {
		String service = this.accounts.first(AccountKind.SERVICE).orElseThrow().appId();
		String subscription = this.accounts.first(AccountKind.SUBSCRIPTION).orElseThrow().appId();
		Actor clerk = this.actors.actorOf(this.people.one("孙雅琴", null).id(), "127.0.0.1").orElseThrow();
		SimPerson late = following(simulator, "韩先生", service);
		learn(service, late.openId(service), "上周末的讲座有回放吗？", this.clock.instant().minus(Duration.ofHours(50)));
		SimPerson answered = following(simulator, "李先生", service);
		answered.text(service, "孩子的学生卡丢了，怎么补办？").await();
		Dialogue dialogue = of(clerk, service, answered);
		this.desk.answer(clerk, dialogue.id(), new AnswerDesk.Answer(AnswerDesk.freshKey(), dialogue.version(),
				lastOf(clerk, dialogue), "您好，请班主任在学籍系统里登记，一般两周内由学校发放新卡。"));
		SimPerson noted = following(simulator, "吴女士", subscription);
		noted.image(subscription).await();
		noted.text(subscription, "图里的通知是真的吗？").await();
		Dialogue assigned = of(clerk, subscription, noted);
		this.dialogues.assign(clerk, assigned.id(), assigned.version(), clerk.person());
		this.dialogues.note(clerk, assigned.id(), "已请信息中心核实，网上流传的旧图。");
		SimPerson thankful = following(simulator, "郭女士", service);
		thankful.text(service, "非常感谢你们的耐心！").await();
		Dialogue closed = of(clerk, service, thankful);
		this.dialogues.close(clerk, closed.id(), closed.version(), lastOf(clerk, closed));
		following(simulator, "陈女士", service).text(service, "校门口早高峰能不能多安排一位保安？").await();
	}

	private static SimPerson following(WeChatSimulator simulator, String name, String appId) {
		SimPerson person = simulator.person(name);
		person.follow(appId).await();
		return person;
	}

	private void learn(String appId, String openId, String words, Instant at) {
		InboundMessage.Header header = new InboundMessage.Header(appId, "gh_demo", openId, at, "text", "1");
		Push push = new Push(new MessageKey(new byte[LookupIndex.LENGTH]), new InboundMessage.Text(header, words, null),
				words.getBytes(StandardCharsets.UTF_8), at, System.nanoTime(), "demo");
		this.transaction.executeWithoutResult((status) -> this.listeners.orderedStream()
			.filter((listener) -> listener.concerns(push.message(), Turn.DEFAULT_ANSWER))
			.forEach((listener) -> listener.learn(push)));
	}

	private Dialogue of(Actor clerk, String appId, SimPerson person) {
		String masked = Mask.code(person.openId(appId));
		return this.dialogues.list(clerk, ALL, null)
			.rows()
			.stream()
			.map(Dialogues.Listed::dialogue)
			.filter((dialogue) -> dialogue.maskedPerson().equals(masked))
			.findFirst()
			.orElseThrow();
	}

	private long lastOf(Actor clerk, Dialogue dialogue) {
		List<DialogueEntry> entries = this.dialogues.entries(clerk, dialogue.id(), null);
		return entries.get(entries.size() - 1).id();
	}

}
