package cn.mentougou.wechatsim.action;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.qr.QrCode;
import cn.mentougou.wechatsim.qr.QrCodes;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/**
 * What a person's camera makes of a code: one that the account made, by its ticket or by
 * what its picture says, or a code of a scene alone, which somebody might have printed.
 */
final class Camera {

	private static final int SCENE_LENGTH = 64;

	private final World world;

	private final QrCodes codes;

	private final BooleanSupplier strict;

	Camera(World world, QrCodes codes, BooleanSupplier strict) {
		this.world = world;
		this.codes = codes;
		this.strict = strict;
	}

	/** A code that nobody made or that is over shows a page of WeChat's own. */
	Seen see(UserAction action) {
		String content = action.content();
		if (content == null || content.isBlank()) {
			return ofScene(action.appId(), action.scene());
		}
		QrCode code = codes.read(content).orElseThrow(() -> new IllegalArgumentException("这不是公众号的二维码，请换一个再扫"));
		if (code.isExpiredAt(world.clock().instant())) {
			throw new IllegalArgumentException("这个二维码已经过期，请向公众号要一个新的");
		}
		return Seen.of(code);
	}

	private Seen ofScene(String appId, @Nullable String wanted) {
		String scene = Objects.requireNonNullElse(wanted, "");
		if (scene.isEmpty() || scene.length() > SCENE_LENGTH) {
			throw new IllegalArgumentException("二维码的场景值应有 1 到 64 个字符");
		}
		if (strict.getAsBoolean() && !world.account(appId).map(SimAccount::isService).orElse(true)) {
			throw new IllegalArgumentException("订阅号没有带参数的二维码");
		}
		Optional<QrCode> made = codes.ofScene(appId, scene)
			.filter((code) -> !code.isExpiredAt(world.clock().instant()));
		return made.map(Seen::of)
			.orElseGet(() -> new Seen(appId, new Follower.Arrival(scene, scene.matches("\\d{1,9}")),
					"gQ" + world.random().text(94, "ticket", appId, scene)));
	}

	/** The account, the scene and the ticket that a code stands for. */
	record Seen(String appId, Follower.Arrival arrival, String ticket) {

		private static Seen of(QrCode code) {
			return new Seen(code.appId(), new Follower.Arrival(code.scene(), code.action().isNumbered()),
					code.ticket());
		}

		String scene() {
			return arrival.scene();
		}

	}

}
