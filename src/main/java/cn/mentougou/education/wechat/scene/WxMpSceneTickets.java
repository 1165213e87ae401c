package cn.mentougou.education.wechat.scene;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import me.chanjar.weixin.mp.api.WxMpQrcodeService;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * Asks the platform for one code by one call ({@code qrcode/create}). Asking twice for
 * the same scene brings another ticket for the same code, never another code.
 */
class WxMpSceneTickets {

	/** The longest life of a code that is not permanent. */
	static final Duration LONGEST = Duration.ofDays(30);

	private final WxMpClients clients;

	private final Clock clock;

	WxMpSceneTickets(WxMpClients clients, Clock clock) {
		this.clients = clients;
		this.clock = clock;
	}

	Outcome create(String appId, String scene, boolean isPermanent) {
		Instant asked = this.clock.instant();
		Called<Outcome> called = WxMpCalls.make(() -> {
			WxMpQrcodeService service = this.clients.of(appId).getQrcodeService();
			return read(isPermanent ? service.qrCodeCreateLastTicket(scene)
					: service.qrCodeCreateTmpTicket(scene, (int) LONGEST.toSeconds()), isPermanent, asked);
		});
		if (called instanceof Called.Answered<Outcome> answered) {
			return answered.value();
		}
		if (called instanceof Called.Refused<Outcome> refused) {
			return new Outcome.Refused(String.valueOf(refused.code()));
		}
		if (called instanceof Called.Forbidden<Outcome> forbidden) {
			return new Outcome.Refused(forbidden.refusal().code());
		}
		return new Outcome.Failed((called instanceof Called.NotSent<Outcome> notSent) ? word(notSent.reason())
				: word(((Called.Unknown<Outcome>) called).reason()));
	}

	/** As it stands in the table. */
	private static String word(String reason) {
		return switch (reason) {
			case WxMpCalls.BREAKER -> "paused";
			case WxMpCalls.UNREACHABLE, WxMpCalls.TIMEOUT, WxMpCalls.CONNECTION -> "unreachable";
			default -> reason.startsWith(WxMpCalls.HTTP) ? "unreachable" : reason.toLowerCase(Locale.ROOT);
		};
	}

	private static Outcome read(@Nullable WxMpQrCodeTicket answer, boolean isPermanent, Instant asked) {
		if (answer == null || isBlank(answer.getTicket()) || isBlank(answer.getUrl())
				|| answer.getTicket().length() > 255 || answer.getUrl().length() > 255) {
			return new Outcome.Failed("answer");
		}
		if (isPermanent) {
			return new Outcome.Issued(new SceneQrCode.Ticket(answer.getTicket(), answer.getUrl(), asked, null));
		}
		long life = Math.min(answer.getExpireSeconds(), LONGEST.toSeconds());
		return (life <= 0) ? new Outcome.Failed("answer") : new Outcome.Issued(
				new SceneQrCode.Ticket(answer.getTicket(), answer.getUrl(), asked, asked.plusSeconds(life)));
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	/** What became of a call. */
	sealed interface Outcome {

		/** There is a ticket. */
		record Issued(SceneQrCode.Ticket ticket) implements Outcome {
		}

		/** The platform said no, and would say so again. */
		record Refused(String reason) implements Outcome {
		}

		/** Nobody knows whether it was read; it may be asked again. */
		record Failed(String reason) implements Outcome {
		}

	}

}
