package cn.mentougou.wechatsim.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.World;

/** The tickets that sign pages for the JS-SDK: the same one as long as it lives. */
final class Tickets {

	private static final int INVALID_ARGUMENTS = 40097;

	private static final Duration LIFE = Duration.ofSeconds(7200);

	private final World world;

	private final List<Ticket> tickets = new ArrayList<>();

	Tickets(World world) {
		this.world = world;
	}

	List<Endpoint> endpoints() {
		return List.of(Endpoint.get("/cgi-bin/ticket/getticket", Permission.EVERYBODY, this::ticket));
	}

	private Object ticket(ApiCall call) {
		String type = call.parameter("type");
		if (!List.of("jsapi", "wx_card").contains(type)) {
			throw new ApiError(INVALID_ARGUMENTS, "invalid args");
		}
		Ticket ticket = current(call.account().appId(), type);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", 0);
		answer.put("errmsg", "ok");
		answer.put("ticket", ticket.value());
		answer.put("expires_in", Duration.between(world.clock().instant(), ticket.expiresAt()).toSeconds());
		return answer;
	}

	private synchronized Ticket current(String appId, String type) {
		Instant now = world.clock().instant();
		return tickets.stream()
			.filter((ticket) -> ticket.lives(appId, now) && ticket.type().equals(type))
			.findFirst()
			.orElseGet(() -> {
				Ticket ticket = new Ticket(appId, type, world.random().text(86, "ticket", world.nextId("ticket")),
						now.plus(LIFE));
				tickets.add(ticket);
				return ticket;
			});
	}

	/** Whether one of the account's living tickets makes this signature. */
	synchronized boolean sign(String appId, String rest, String signature) {
		Instant now = world.clock().instant();
		return tickets.stream()
			.filter((ticket) -> ticket.lives(appId, now) && ticket.type().equals("jsapi"))
			.anyMatch((ticket) -> sha1("jsapi_ticket=" + ticket.value() + rest).equals(signature));
	}

	synchronized void reset() {
		tickets.clear();
	}

	private static String sha1(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A ticket of an account. */
	private record Ticket(String appId, String type, String value, Instant expiresAt) {

		boolean lives(String wanted, Instant now) {
			return appId.equals(wanted) && now.isBefore(expiresAt);
		}

	}

}
