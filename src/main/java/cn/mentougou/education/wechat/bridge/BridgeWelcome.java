package cn.mentougou.education.wechat.bridge;

import java.time.Duration;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.sender.OutboundMessage;

/**
 * Sends a new follower of the subscription account the way to the service account, after
 * the editors' welcome, which stays as they wrote it. A follow opens a window of a
 * minute.
 */
class BridgeWelcome implements PushListener {

	private static final Duration WORTH = Duration.ofSeconds(50);

	private final Bridge bridge;

	private final Outbound outbound;

	private final String page;

	BridgeWelcome(Bridge bridge, Outbound outbound, String page) {
		this.bridge = bridge;
		this.outbound = outbound;
		this.page = page;
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return message instanceof InboundMessage.Event pushed && pushed.event() instanceof InboundEvent.Followed
				&& this.bridge.isSubscription(message.appId());
	}

	@Override
	public void learn(Push push) {
		InboundMessage message = push.message();
		this.outbound
			.send(new OutboundOrder("service-account " + HexFormat.of().formatHex(push.key().value()), message.appId(),
					message.openId(), way(message.appId()), "service-account", push.receivedAt().plus(WORTH)));
	}

	private OutboundMessage way(String appId) {
		return this.bridge.picture(appId)
			.<OutboundMessage>map(OutboundMessage.Image::new)
			.orElseGet(() -> this.page.isEmpty() ? new OutboundMessage.Text(BridgeWords.WHY + "\n" + BridgeWords.SEARCH)
					: new OutboundMessage.News(BridgeWords.TITLE, BridgeWords.WHY + "点开就能看到二维码。", this.page,
							this.page + "/code.png"));
	}

}
