package cn.mentougou.education.wechat.dialogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Outcome;
import cn.mentougou.education.wechat.outbound.Delivery;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundId;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.replywindow.OpenWindow;
import cn.mentougou.education.wechat.replywindow.ReplyWindows;
import cn.mentougou.education.wechat.replywindow.Standing;
import cn.mentougou.education.wechat.sender.OutboundMessage;

/** The way to the person: the ledger of what is sent, and the windows it keeps to. */
@Component
class AnswerWay {

	private static final String PURPOSE = "dialogue";

	private static final String USED_UP = "现在不能答复：对方上次留言后可以发的条数已经用完。等对方再次留言后就可以答复；急事请用其他方式联系。";

	private static final String CLOSED = "现在不能答复：对方上次留言已超过 48 小时，或已取消关注，微信不再允许答复。等对方再次留言后就可以答复；急事请用其他方式联系。";

	private final Outbound outbound;

	private final ReplyWindows windows;

	AnswerWay(Outbound outbound, ReplyWindows windows) {
		this.outbound = outbound;
		this.windows = windows;
	}

	/**
	 * How long these people may be answered, in their order.
	 * @param people their look-up values
	 */
	List<ReplyTime> timesOf(List<byte[]> people) {
		return this.windows.standing(people).stream().map(AnswerWay::time).toList();
	}

	private static ReplyTime time(Standing standing) {
		List<OpenWindow> left = standing.windows().stream().filter((window) -> window.remaining() > 0).toList();
		if (left.isEmpty()) {
			return new ReplyTime(0, null, standing.isClosed() ? CLOSED : USED_UP);
		}
		Instant closesAt = left.stream().map(OpenWindow::closesAt).max(Comparator.naturalOrder()).orElseThrow();
		return new ReplyTime(left.stream().mapToInt(OpenWindow::remaining).sum(), closesAt, null);
	}

	/**
	 * Puts an answer into the ledger, in the caller's transaction.
	 * @return its number there
	 */
	long send(Order order) {
		return this.outbound
			.send(new OutboundOrder("dialogue " + order.key(), order.appId(), order.openId(),
					new OutboundMessage.Text(order.text()), PURPOSE, order.sendBefore()))
			.value();
	}

	/** What became of an answer; empty while it is being sent. */
	Optional<Learned> outcomeOf(long id) {
		return this.outbound.find(new OutboundId(id))
			.map(AnswerWay::learned)
			.orElseGet(() -> Optional.of(new Learned(Outcome.UNKNOWN, null)));
	}

	/** Tells the ledger, too, that the person has the answer, if it does not know. */
	void confirm(Actor actor, long id) {
		if (this.outbound.find(new OutboundId(id)).filter(Delivery::isUndecided).isPresent()) {
			this.outbound.countAsDelivered(actor, new OutboundId(id));
		}
	}

	private static Optional<Learned> learned(Delivery delivery) {
		return switch (delivery.state()) {
			case NEW, SENDING -> Optional.empty();
			case SENT -> Optional.of(new Learned(Outcome.SENT, null));
			case UNKNOWN -> Optional.of(new Learned(
					(delivery.decision() == Delivery.Decision.DELIVERED) ? Outcome.CONFIRMED : Outcome.UNKNOWN,
					delivery.reason()));
			case REFUSED, EXPIRED -> Optional.of(new Learned(Outcome.REFUSED, delivery.reason()));
		};
	}

	/** An answer on its way. */
	record Order(String key, String appId, String openId, String text, Instant sendBefore) {

		/** Keeps the person and the words out of every log. */
		@Override
		public String toString() {
			return "Order[" + this.appId + "]";
		}

	}

	/** What became of it, and why. */
	record Learned(Outcome outcome, @Nullable String reason) {
	}

}
