package cn.mentougou.education.wechat.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.outbound.Delivery;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.OutboundMessage;

/** Says in Chinese what stands in the ledger. */
@Component
class DeliveryWords {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final WeChatAccounts accounts;

	DeliveryWords(WeChatAccounts accounts) {
		this.accounts = accounts;
	}

	View of(Delivery delivery) {
		Instant tried = delivery.triedAt();
		// An account that was taken from the settings keeps its id.
		String account = this.accounts.find(delivery.appId())
			.map((ours) -> ours.kind().label())
			.orElse(delivery.appId());
		return new View(delivery.id().value(), account, delivery.channel().title(), delivery.what(),
				WHEN.format((tried != null) ? tried : delivery.createdAt()), delivery.state().title(),
				delivery.explanation(), delivery.isUndecided());
	}

	/** What was to be said, line by line. */
	static List<String> lines(OutboundMessage message) {
		if (message instanceof OutboundMessage.Text text) {
			return text.content().lines().toList();
		}
		if (message instanceof OutboundMessage.Template template) {
			return List.copyOf(template.fields().values());
		}
		if (message instanceof OutboundMessage.Notice notice) {
			return List.copyOf(notice.fields().values());
		}
		if (message instanceof OutboundMessage.News news) {
			return List.of(news.title(), news.description());
		}
		if (message instanceof OutboundMessage.Choice choice) {
			List<String> lines = new ArrayList<>(List.of(choice.head()));
			choice.options().forEach((option) -> lines.add(option.words()));
			lines.add(choice.tail());
			return lines;
		}
		return List.of(MessageForm.title(MessageForm.kind(message)));
	}

	/**
	 * A line of a list.
	 *
	 * @param id the order
	 * @param account which account
	 * @param channel the way
	 * @param what what was sent, without its content
	 * @param triedAt when it was tried last, or ordered
	 * @param state how far it has come
	 * @param explanation why the person did or did not get it
	 * @param isUndecided whether somebody must decide about it
	 */
	record View(long id, String account, String channel, String what, String triedAt, String state, String explanation,
			boolean isUndecided) {
	}

}
