package cn.mentougou.education.wechat.scene;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpQrcodeService;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.breaker.BreakerOpen;
import cn.mentougou.education.wechat.token.TokenUnavailable;
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
		try {
			WxMpQrcodeService service = this.clients.of(appId).getQrcodeService();
			return read(isPermanent ? service.qrCodeCreateLastTicket(scene)
					: service.qrCodeCreateTmpTicket(scene, (int) LONGEST.toSeconds()), isPermanent, asked);
		}
		catch (Refusal ex) {
			return new Outcome.Refused(ex.code());
		}
		catch (TokenUnavailable ex) {
			return new Outcome.Failed("token " + ex.code());
		}
		catch (BreakerOpen ex) {
			return new Outcome.Failed("paused");
		}
		catch (DataAccessException ex) {
			// Only the way to the token asks the database.
			return new Outcome.Failed("database");
		}
		catch (WxErrorException ex) {
			return (ex.getCause() instanceof IOException) ? new Outcome.Failed("unreachable") : answered(ex);
		}
		catch (RuntimeException ex) {
			// The SDK throws whatever its JSON reader throws.
			return new Outcome.Failed("answer");
		}
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

	private static Outcome answered(WxErrorException ex) {
		int code = ex.getError().getErrorCode();
		return switch (code) {
			case 40001, 40014, 42001, 45009, 45011, -1 -> new Outcome.Failed(Integer.toString(code));
			// The SDK's own: an empty answer.
			case -99 -> new Outcome.Failed("answer");
			default -> new Outcome.Refused(Integer.toString(code));
		};
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
