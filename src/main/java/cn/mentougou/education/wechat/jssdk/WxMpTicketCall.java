package cn.mentougou.education.wechat.jssdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.breaker.NothingSent;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * Fetches a ticket ({@code ticket/getticket}); the platform gives the same one to all.
 */
class WxMpTicketCall {

	/** A page that is open now should not lose it soon. */
	private static final Duration MARGIN = Duration.ofMinutes(5);

	private static final JsonMapper JSON = new JsonMapper();

	private static final Logger logger = LoggerFactory.getLogger(WxMpTicketCall.class);

	private final WxMpClients clients;

	private final Clock clock;

	WxMpTicketCall(WxMpClients clients, Clock clock) {
		this.clients = clients;
		this.clock = clock;
	}

	/**
	 * The ticket and until when it may be used.
	 * @throws Refusal.Conflict if there is none to be had just now
	 */
	HeldTicket fetch(String appId) {
		try {
			JsonNode answer = JSON.readTree(this.clients.of(appId).get(WxMpApiUrl.Other.GET_TICKET_URL, "type=jsapi"));
			String ticket = answer.path("ticket").asString("");
			int seconds = answer.path("expires_in").asInt(0);
			if (!ticket.matches("[A-Za-z0-9_-]{16,512}") || seconds < 1) {
				throw unavailable(appId, "unreadable");
			}
			Instant end = this.clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS);
			return new HeldTicket(ticket, (seconds > 2 * MARGIN.toSeconds()) ? end.minus(MARGIN) : end);
		}
		catch (WxErrorException ex) {
			throw unavailable(appId, String.valueOf(ex.getError().getErrorCode()));
		}
		catch (NothingSent | JacksonException ex) {
			throw unavailable(appId, ex.getClass().getSimpleName());
		}
	}

	private static Refusal unavailable(String appId, String reason) {
		logger.warn("no ticket of {}: {}", appId, reason);
		return new Refusal.Conflict("jssdk.no-ticket");
	}

	/** A ticket, and until when pages may be signed with it. */
	record HeldTicket(String value, Instant until) {

		/** Keeps it out of every log. */
		@Override
		public String toString() {
			return "HeldTicket[until " + this.until + "]";
		}

	}

}
