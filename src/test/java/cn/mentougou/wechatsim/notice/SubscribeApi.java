package cn.mentougou.wechatsim.notice;

import java.util.List;
import java.util.Set;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/** 订阅通知: notices to people who consented to them, whether they follow or not. */
final class SubscribeApi {

	private final World world;

	private final TemplateShelf templates;

	private final Consents consents;

	private final Envoy envoy;

	SubscribeApi(World world, NoticeBook book, Envoy envoy) {
		this.world = world;
		this.templates = book.templates;
		this.consents = book.consents;
		this.envoy = envoy;
	}

	List<Endpoint> endpoints() {
		return List.of(Endpoint.post("/cgi-bin/message/subscribe/bizsend", Permission.VERIFIED_SERVICE, this::send));
	}

	/** A consent is spent only on a notice that is refused for no other reason. */
	private Object send(ApiCall call) {
		call.expect(call.json(), Set.of("touser", "template_id", "page", "miniprogram", "data"));
		Follower receiver = world.followers()
			.find(call.account().appId(), call.text("touser"))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_OPENID));
		SimTemplate template = templates.find(receiver.appId(), call.text("template_id"),
				SimTemplate.Kind::isSubscribed);
		if (receiver.blacklisted()) {
			throw new ApiError(ErrorCode.BLACKLISTED);
		}
		Bubble.Content card = CardForm.read(call, template, "page");
		if (!consents.spend(template, receiver.openId())) {
			throw new ApiError(ErrorCode.NO_CONSENT);
		}
		Envoy.Parcel parcel = new Envoy.Parcel(receiver, template, world.nextMessageId(), card);
		envoy.notice(parcel);
		return TemplateApi.sent(parcel.messageId());
	}

}
