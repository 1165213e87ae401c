package cn.mentougou.education.wechat.operator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.slf4j.MDC;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.UnreadableMessage;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.MessageKey;

/**
 * The operator's view of the dead letters, on the management port: a GET lists them, a
 * POST with an id runs one again, a DELETE sets it aside.
 */
@Endpoint(id = "deadletters")
class DeadLetterEndpoint {

	private static final int MOST = 200;

	/** Whoever can reach the management port; it knows no names. */
	private static final Actor OPERATOR = Actor.system("management");

	private final DeadLetters deadLetters;

	private final Deliveries deliveries;

	private final Inbox inbox;

	private final Audit audit;

	private final TransactionTemplate transaction;

	DeadLetterEndpoint(DeadLetters deadLetters, Deliveries deliveries, Inbox inbox, Records records) {
		this.deadLetters = deadLetters;
		this.deliveries = deliveries;
		this.inbox = inbox;
		this.audit = records.audit();
		this.transaction = records.transaction();
	}

	@ReadOperation
	List<Line> list() {
		return this.deadLetters.open(MOST).stream().map(Line::new).toList();
	}

	@WriteOperation
	Result runAgain(@Selector long id) {
		return this.deadLetters.find(id).map(this::runAgain).orElseGet(() -> Result.unknown(id));
	}

	@DeleteOperation
	Result setAside(@Selector long id) {
		Boolean isDone = this.transaction.execute((status) -> {
			boolean isSetAside = this.deadLetters.setAside(id);
			if (isSetAside) {
				this.audit.record(AuditEntry.done(OPERATOR, "deadletter.set-aside", "dead-letter", id));
			}
			return isSetAside;
		});
		return Boolean.TRUE.equals(isDone) ? new Result(id, "已搁置，不再处理；内容到期删除。") : Result.unknown(id);
	}

	private Result runAgain(DeadLetter letter) {
		// Before it runs: its work has transactions of its own.
		this.audit.recordAlone(AuditEntry.done(OPERATOR, "deadletter.run-again", "dead-letter", letter.id())
			.with("attempt", letter.attempts()));
		MDC.put("requestId", letter.correlationId());
		try {
			InboundMessage message = MessageReader.read(letter.appId(), letter.xml()).message();
			Push push = new Push(new MessageKey(letter.messageKey()), message, letter.xml(), letter.receivedAt(),
					System.nanoTime(), letter.correlationId());
			boolean isDone = this.deliveries.runAgain(letter.id(), push, replyKey(letter));
			return new Result(letter.id(), isDone ? "已重新处理，回复将以客服消息送达（须在回复时限内）。" : "别人刚刚处理过。");
		}
		catch (UnreadableMessage ex) {
			return new Result(letter.id(), "这条消息读不出来，不能重新处理。");
		}
		catch (RuntimeException ex) {
			return new Result(letter.id(), "再次失败，原因已记下：" + DeadLetters.reasonOf(ex));
		}
		finally {
			MDC.remove("requestId");
		}
	}

	/** Each attempt's reply is another one, and each is sent once. */
	private byte[] replyKey(DeadLetter letter) {
		return this.inbox
			.keyOf(letter.appId(), List.of("run-again", HexFormat.of().formatHex(letter.messageKey()),
					Integer.toString(letter.attempts())))
			.value();
	}

	/** What the operator's acts are recorded with. */
	record Records(Audit audit, TransactionTemplate transaction) {
	}

	/** A dead letter as the operator sees it. */
	record Line(long id, String appId, String kind, String reason, int attempts, Instant receivedAt,
			String correlationId, String message) {

		Line(DeadLetter letter) {
			this(letter.id(), letter.appId(), letter.kind(), letter.reason(), letter.attempts(), letter.receivedAt(),
					letter.correlationId(), new String(letter.xml(), StandardCharsets.UTF_8));
		}

	}

	/** What became of it, in Chinese. */
	record Result(long id, String result) {

		private static Result unknown(long id) {
			return new Result(id, "没有编号为 " + id + " 的待处理消息，可能已经处理过。");
		}

	}

}
