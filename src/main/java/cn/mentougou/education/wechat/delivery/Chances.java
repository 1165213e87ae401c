package cn.mentougou.education.wechat.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.consent.Consent;
import cn.mentougou.education.wechat.consent.Consents;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.replywindow.OpenWindow;
import cn.mentougou.education.wechat.replywindow.ReplyWindows;
import cn.mentougou.education.wechat.sender.Channel;

/** By which ways a person can be reached now, and why not by the others. */
@Component
class Chances {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final ReplyWindows windows;

	private final Consents consents;

	Chances(ReplyWindows windows, Consents consents) {
		this.windows = windows;
		this.consents = consents;
	}

	/**
	 * The ways in the order in which they are tried.
	 * @param account the account that the person follows
	 * @param openId who it is
	 */
	List<Chance> of(WeChatAccount account, Follower follower, String openId) {
		if (!follower.isFollowing()) {
			return List.of(Chance.closed("任何方式",
					"对方在 " + when(follower.stateAt()) + " 取消了关注，什么消息都送不到。请用电话等别的方式联系；对方重新关注后即可恢复。"));
		}
		if (follower.blocked()) {
			return List.of(Chance.closed("任何方式", "对方在这个公众号的黑名单里，微信平台不会转交任何消息。移出黑名单后即可恢复。"));
		}
		List<Chance> chances = new ArrayList<>();
		chances.add(may(account, Capability.CUSTOMER_SERVICE) ? customerService(account, openId)
				: unable(account, Channel.CUSTOMER_SERVICE, Capability.CUSTOMER_SERVICE));
		chances.add(may(account, Capability.TEMPLATE_MESSAGE)
				? Chance.open(Channel.TEMPLATE.title(), "可以发。只能用来通知对方办理的业务；对方设置了拒收时，微信平台会在结果里说明。")
				: unable(account, Channel.TEMPLATE, Capability.TEMPLATE_MESSAGE));
		if (may(account, Capability.SUBSCRIPTION_NOTICE)) {
			chances.addAll(notices(account, openId));
		}
		else {
			chances.add(unable(account, Channel.NOTICE, Capability.SUBSCRIPTION_NOTICE));
		}
		return chances;
	}

	private static boolean may(WeChatAccount account, Capability capability) {
		return account.may(capability);
	}

	private static Chance unable(WeChatAccount account, Channel channel, Capability capability) {
		return Chance.closed(channel.title(),
				"这个公众号（" + account.kind().label() + "）不能发，微信平台只对" + capability.holders() + "开放。");
	}

	private Chance customerService(WeChatAccount account, String openId) {
		List<OpenWindow> open = this.windows.of(account.appId(), openId);
		List<String> left = open.stream()
			.filter((window) -> window.remaining() > 0)
			.map((window) -> "因对方" + window.kind().title() + "，还能发 " + window.remaining() + " 条，到 "
					+ when(window.closesAt()) + " 为止")
			.toList();
		if (!left.isEmpty()) {
			return Chance.open(Channel.CUSTOMER_SERVICE.title(), String.join("；", left) + "。");
		}
		return open.isEmpty()
				? Chance.closed(Channel.CUSTOMER_SERVICE.title(), "现在不能发：对方 48 小时内没有留言，刚才也没有点菜单、扫码或关注。等对方再次留言。")
				: Chance.closed(Channel.CUSTOMER_SERVICE.title(), "现在不能发：这一次允许的条数已经用完。等对方再次留言。");
	}

	private List<Chance> notices(WeChatAccount account, String openId) {
		List<Consent> said = this.consents.of(account.appId(), openId);
		if (said.isEmpty()) {
			return List.of(Chance.closed(Channel.NOTICE.title(), "对方没有同意过任何通知，需要本人在页面上点同意。"));
		}
		return said.stream()
			.map((consent) -> new Chance(Channel.NOTICE.title() + "“" + consent.title() + "”", consent.allows(),
					consent.sentence() + "。"))
			.toList();
	}

	private static String when(Instant moment) {
		return WHEN.format(moment);
	}

}
