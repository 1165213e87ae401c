package cn.mentougou.wechatsim.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.QuotaBuckets.Spending;
import cn.mentougou.wechatsim.world.QuotaBuckets.Trigger;
import cn.mentougou.wechatsim.world.World;

/** 客服消息: messages to a person inside the windows that the person opened. */
public final class CustomMessageApi {

	private static final Duration TYPING_LASTS = Duration.ofSeconds(15);

	private final World world;

	private final MediaStore media;

	private final Map<String, Instant> typingUntil = new ConcurrentHashMap<>();

	public CustomMessageApi(World world, MediaStore media) {
		this.world = world;
		this.media = media;
	}

	public List<Endpoint> endpoints() {
		return List.of(Endpoint.post("/cgi-bin/message/custom/send", Permission.VERIFIED, this::send).daily(500_000),
				Endpoint.post("/cgi-bin/message/custom/typing", Permission.VERIFIED, this::typing));
	}

	private Object send(ApiCall call) {
		Follower follower = receiver(call);
		Bubble.Content content = new CustomMessage(call, media).read();
		if (!follower.subscribed()) {
			throw new ApiError(ErrorCode.WINDOW_CLOSED);
		}
		if (follower.blacklisted()) {
			throw new ApiError(ErrorCode.BLACKLISTED);
		}
		if (follower.refusesMessages()) {
			throw new ApiError(ErrorCode.REFUSED_BY_USER);
		}
		Spending spending = world.buckets().spend(follower.openId());
		if (spending == Spending.CLOSED) {
			throw new ApiError(ErrorCode.WINDOW_CLOSED);
		}
		if (spending == Spending.EMPTY) {
			throw new ApiError(ErrorCode.OUT_OF_MESSAGES);
		}
		typingUntil.remove(follower.openId());
		world.phone()
			.show(new Bubble.Chat(follower.personId(), follower.appId()), content, Bubble.Origin.customerService());
		return Ok.OK;
	}

	private Object typing(ApiCall call) {
		Follower follower = receiver(call);
		String command = call.text("command");
		if (!command.equals("Typing") && !command.equals("CancelTyping")) {
			throw new ApiError(ErrorCode.TYPING_COMMAND);
		}
		boolean open = world.buckets()
			.live(follower.openId())
			.stream()
			.anyMatch((bucket) -> bucket.trigger() == Trigger.MESSAGE);
		if (!open) {
			throw new ApiError(ErrorCode.NO_DIALOG);
		}
		Instant now = world.clock().instant();
		if (command.equals("CancelTyping")) {
			typingUntil.remove(follower.openId());
			return Ok.OK;
		}
		if (now.isBefore(typingUntil.getOrDefault(follower.openId(), Instant.MIN))) {
			throw new ApiError(ErrorCode.ALREADY_TYPING);
		}
		typingUntil.put(follower.openId(), now.plus(TYPING_LASTS));
		return Ok.OK;
	}

	private Follower receiver(ApiCall call) {
		return world.followers()
			.find(call.account().appId(), call.text("touser"))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_OPENID));
	}

}
