package cn.mentougou.education.wechat.outbound;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.mentougou.education.shared.Acted;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.sender.SendResult;
import cn.mentougou.education.wechat.sender.SendResults;
import cn.mentougou.education.wechat.template.Templates;

/** The desk of everything that is sent to one person. */
public class Outbound {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final int STEP = 500;

	/**
	 * One of many orders; those that are there already stay as they are. The driver makes
	 * one statement of a batch, which takes a quarter of the time that MyBatis takes to
	 * build it.
	 */
	private static final String INSERT = """
			INSERT INTO outbound_message (message_key, app_id, person, open_id, content, kind, channel, purpose,
				send_before, state, attempts, due_at, changed_at, created_at, correlation_id)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
			ON DUPLICATE KEY UPDATE message_key = outbound_message.message_key
			""";

	/** What a person has sent again is meant for now. */
	private static final Duration AGAIN_WITHIN = Duration.ofHours(2);

	private final OutboundMapper mapper;

	private final Seal seal;

	private final JdbcOperations jdbc;

	private final SendResults results;

	private final SendLoop loop;

	private final ObjectProvider<Templates> templates;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Outbound(OutboundMapper mapper, Seal seal, Parts parts) {
		this.mapper = mapper;
		this.seal = seal;
		this.jdbc = parts.jdbc();
		this.results = parts.results();
		this.loop = parts.loop();
		this.templates = parts.templates();
		this.events = parts.events();
		this.clock = parts.clock();
	}

	/**
	 * Writes an order down in the caller's transaction; it is sent after the commit. The
	 * same key again is the same order.
	 * @throws Refusal.NotFound if the account has no such template
	 * @throws Refusal.Invalid if the platform would not take a field; the sentence names
	 * it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public OutboundId send(OutboundOrder order) {
		OutboundMapper.Intent intent = intent(order);
		GeneratedKey id = new GeneratedKey();
		try {
			this.mapper.insert(intent, id);
		}
		catch (DuplicateKeyException ex) {
			return new OutboundId(this.mapper.findId(intent.messageKey()).orElseThrow());
		}
		afterCommit(List.of(intent.person()));
		return new OutboundId(id.getValue());
	}

	/** The same for many orders at once. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void sendAll(List<OutboundOrder> orders) {
		List<OutboundMapper.Intent> intents = orders.stream().map(this::intent).toList();
		this.jdbc.batchUpdate(INSERT, intents, STEP, Outbound::fill);
		afterCommit(intents.stream().map(OutboundMapper.Intent::person).toList());
	}

	private static void fill(PreparedStatement insert, OutboundMapper.Intent intent) throws SQLException {
		LocalDateTime createdAt = time(intent.createdAt());
		Object[] values = { intent.messageKey(), intent.appId(), intent.person(), intent.openId(), intent.content(),
				intent.kind(), intent.channel().name(), intent.purpose(), time(intent.sendBefore()),
				intent.state().name(), createdAt, createdAt, createdAt, intent.correlationId() };
		for (int i = 0; i < values.length; i++) {
			insert.setObject(i + 1, values[i]);
		}
	}

	/** The driver takes a fifth of the time to write it that a timestamp takes. */
	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, BEIJING);
	}

	/** How it went with an order. */
	public Optional<Delivery> find(OutboundId id) {
		return this.mapper.find(id.value()).map((row) -> deliveries(List.of(row)).get(0));
	}

	/**
	 * What a person was sent, newest first.
	 * @param before only older ones than this; absent for the newest
	 */
	public List<Delivery> listOf(String appId, String openId, @Nullable OutboundId before, int limit) {
		return deliveries(this.mapper.listOf(this.seal.person(appId, openId),
				(before != null) ? before.value() : Long.MAX_VALUE, limit));
	}

	/**
	 * Orders whose outcome nobody knows and about which nobody has decided, oldest first.
	 */
	public List<Delivery> undecided(@Nullable OutboundId after, int limit) {
		return deliveries(this.mapper.listUndecided((after != null) ? after.value() : 0, limit));
	}

	/** How many there are of them. */
	public int countUndecided() {
		return this.mapper.countUndecided();
	}

	/** What was ordered, unless it has been erased since. */
	public Optional<OutboundMessage> message(OutboundId id) {
		return this.mapper.find(id.value())
			.flatMap((row) -> this.seal.message(row.kind(), row.content(), row.messageKey()));
	}

	/**
	 * A person decides that an unknown order counts as delivered.
	 * @throws Refusal.NotFound if there is no such order
	 * @throws Refusal.Conflict if it is not unknown, or somebody decided before
	 */
	@Transactional
	public void countAsDelivered(Actor actor, OutboundId id) {
		decide(actor, id, Delivery.Decision.DELIVERED);
		this.events.publishEvent(Acted.of(actor, "outbound.counted-as-delivered", "outbound-order", id.value()));
	}

	/**
	 * A person decides that an unknown order is ordered once more, together with what
	 * went inside it: the addressee may get it twice.
	 * @throws Refusal.NotFound if there is no such order
	 * @throws Refusal.Conflict if it is not unknown, somebody decided before, or its
	 * content was erased
	 */
	@Transactional
	public void sendAgain(Actor actor, OutboundId id) {
		OutboundMapper.Row head = decide(actor, id, Delivery.Decision.SENT_AGAIN);
		List<OutboundMapper.Row> rows = new ArrayList<>(List.of(head));
		rows.addAll(this.mapper.listInside(id.value(), head.person()));
		for (OutboundMapper.Row row : rows) {
			this.mapper.insert(again(row), new GeneratedKey());
		}
		afterCommit(List.of(head.person()));
		this.events.publishEvent(Acted.of(actor, "outbound.sent-again", "outbound-order", id.value()));
	}

	private OutboundMapper.Row decide(Actor actor, OutboundId id, Delivery.Decision decision) {
		OutboundMapper.Row row = this.mapper.find(id.value())
			.orElseThrow(() -> new Refusal.NotFound("outbound.no-such-message"));
		OutboundMapper.Decided decided = new OutboundMapper.Decided(row.id(), row.person(), decision, actor.id(),
				now());
		if (this.mapper.decide(decided) == 0) {
			throw new Refusal.Conflict("outbound.already-decided");
		}
		return row;
	}

	private OutboundMapper.Intent again(OutboundMapper.Row row) {
		if (row.openId() == null || row.content() == null) {
			throw new Refusal.Conflict("outbound.erased");
		}
		byte[] key = this.seal.messageKey(row.appId(), "again " + row.id());
		String openId = this.seal.openId(row.openId(), row.messageKey());
		String content = this.seal.content(row.content(), row.messageKey());
		Instant until = now().plus(AGAIN_WITHIN);
		return new OutboundMapper.Intent(key, row.appId(), row.person(), this.seal.sealOpenId(openId, key),
				this.seal.sealContent(content, key), row.kind(), row.channel(), row.purpose(), until, SendState.NEW,
				null, now(), correlationId(), row.id());
	}

	/** Has what waits for these people sent when the transaction is committed. */
	private void afterCommit(List<byte[]> people) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.loop.wake(people);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Outbound.this.loop.wake(people);
			}
		});
	}

	private OutboundMapper.Intent intent(OutboundOrder order) {
		check(order.appId(), order.message());
		byte[] key = this.seal.messageKey(order.appId(), order.key());
		String openId = order.openId();
		OutboundMessage message = order.message();
		return new OutboundMapper.Intent(key, order.appId(), this.seal.person(order.appId(), openId),
				this.seal.sealOpenId(openId, key), this.seal.sealContent(MessageForm.written(message), key),
				MessageForm.kind(message), message.channel(), order.purpose(),
				order.sendBefore().truncatedTo(ChronoUnit.MILLIS), SendState.NEW, null, now(), correlationId(), null);
	}

	/** Before anything is written: a wrong field would only be refused later. */
	private void check(String appId, OutboundMessage message) {
		if (message instanceof OutboundMessage.Template template) {
			this.templates.ifAvailable((desk) -> desk.check(appId, template.templateId(), template.fields()));
		}
		else if (message instanceof OutboundMessage.Notice notice) {
			this.templates.ifAvailable((desk) -> desk.check(appId, notice.templateId(), notice.fields()));
		}
	}

	private List<Delivery> deliveries(List<OutboundMapper.Row> rows) {
		Map<String, List<String>> numbers = rows.stream()
			.filter((row) -> row.platformId() != null)
			.collect(Collectors.groupingBy(OutboundMapper.Row::appId,
					Collectors.mapping((row) -> Objects.requireNonNull(row.platformId()), Collectors.toList())));
		Map<String, SendResult> reported = numbers.entrySet()
			.stream()
			.flatMap((entry) -> this.results.find(entry.getKey(), entry.getValue()).stream())
			.collect(Collectors.toMap((result) -> result.appId() + " " + result.platformId(), Function.identity()));
		return rows.stream().map((row) -> delivery(row, reported.get(row.appId() + " " + row.platformId()))).toList();
	}

	private static Delivery delivery(OutboundMapper.Row row, @Nullable SendResult result) {
		return new Delivery(new OutboundId(row.id()), row.appId(), row.channel(), row.kind(), row.purpose(),
				row.state(), row.reason(), row.createdAt(), row.claimedAt(), row.changedAt(), row.sendBefore(),
				(row.bundledInto() != null) ? new OutboundId(row.bundledInto()) : null, result, row.decision());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static String correlationId() {
		String id = MDC.get("requestId");
		return (id != null) ? id : UUID.randomUUID().toString();
	}

	/** What the desk works with. */
	record Parts(JdbcOperations jdbc, SendResults results, SendLoop loop, ObjectProvider<Templates> templates,
			ApplicationEventPublisher events, Clock clock) {
	}

}
