package cn.mentougou.wechatsim.control;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.platform.FileAnswer;
import cn.mentougou.wechatsim.qr.QrAction;
import cn.mentougou.wechatsim.qr.QrCode;
import cn.mentougou.wechatsim.qr.QrCodes;
import cn.mentougou.wechatsim.qr.QrPicture;
import cn.mentougou.wechatsim.world.World;

/**
 * The control interface's part about QR codes: which there are, and reading a picture.
 */
final class CodeRoutes {

	private static final int SHOWN = 200;

	private final World world;

	private final QrCodes codes;

	CodeRoutes(Parts parts) {
		this.world = parts.world();
		this.codes = parts.codes();
	}

	Object list(ControlRequest request) {
		Instant now = world.clock().instant();
		List<CodeView> views = codes.newest(SHOWN).stream().map((code) -> CodeView.of(code, now)).toList();
		return Map.of("codes", views);
	}

	Object picture(ControlRequest request) {
		return codes.read(request.parameter("ticket"))
			.map((code) -> FileAnswer.of("image/jpeg", QrPicture.of(code.url())))
			.orElseThrow(() -> new NoSuchElementException("没有这个二维码"));
	}

	/** What the code in a picture says; the picture comes as Base64 text. */
	Object read(ControlRequest request) {
		String text = request.text("picture").replaceFirst("^data:[^,]*,", "");
		String content = QrPicture.read(Base64.getDecoder().decode(text))
			.orElseThrow(() -> new IllegalArgumentException("这张图片里没有找到二维码，请换一张清楚些的"));
		return Map.of("content", content);
	}

	/** A code as the phone page lists it. */
	record CodeView(String appId, String ticket, QrAction action, String scene, String url, @Nullable Instant expiresAt,
			boolean expired) {

		static CodeView of(QrCode code, Instant now) {
			return new CodeView(code.appId(), code.ticket(), code.action(), code.scene(), code.url(), code.expiresAt(),
					code.isExpiredAt(now));
		}

	}

}
