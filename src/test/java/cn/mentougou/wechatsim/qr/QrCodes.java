package cn.mentougou.wechatsim.qr;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SeededRandom;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/** All codes of all accounts, in the order in which they were made. */
public final class QrCodes implements WorldPart {

	/** The platform's words are not documented. */
	private static final int TOO_MANY_CODES = 45029;

	private static final int PERMANENT_CODES = 100_000;

	private static final String ADDRESS = "http://weixin.qq.com/q/";

	private final World world;

	private final Map<String, QrCode> byTicket = new LinkedHashMap<>();

	private final Map<String, String> ticketByUrl = new LinkedHashMap<>();

	private final Map<Scene, String> ticketByScene = new HashMap<>();

	private final Map<String, Integer> permanent = new LinkedHashMap<>();

	private int permanentLimit = PERMANENT_CODES;

	private int made;

	public QrCodes(World world) {
		this.world = world;
	}

	/**
	 * A new code; a permanent one of a scene that has one already is the same code again,
	 * as accounts report, and is not counted twice.
	 */
	synchronized QrCode create(String appId, QrAction action, String scene, @Nullable Duration life) {
		if (action.isPermanent()) {
			QrCode same = byTicket.get(ticketByScene.get(new Scene(appId, action, scene)));
			if (same != null) {
				return same;
			}
			if (permanentCount(appId) >= permanentLimit) {
				throw new ApiError(TOO_MANY_CODES, "qrcode count out of limit");
			}
		}
		made++;
		SeededRandom random = world.random();
		// A slash, a plus and equals signs: who does not encode a ticket shall notice.
		String ticket = "gQ" + random.text(44, "qr", appId, made) + "+" + random.text(20, "qr2", appId, made) + "/"
				+ random.text(26, "qr3", appId, made) + "==";
		Instant expiresAt = (life != null) ? world.clock().instant().plus(life) : null;
		QrCode code = new QrCode(appId, ticket, action, scene, ADDRESS + "02" + random.text(22, "q", appId, made),
				expiresAt);
		keep(code);
		return code;
	}

	/**
	 * The code that a camera sees: by its ticket, by what its picture says, or by the
	 * address of its picture.
	 */
	public synchronized Optional<QrCode> read(String seen) {
		String text = seen.strip();
		int ticket = text.indexOf("ticket=");
		String name = (ticket < 0) ? text
				: URLDecoder.decode(text.substring(ticket + "ticket=".length()), StandardCharsets.UTF_8);
		return Optional.ofNullable(byTicket.get(ticketByUrl.getOrDefault(name, name)));
	}

	/** The newest code with this scene. */
	public synchronized Optional<QrCode> ofScene(String appId, String scene) {
		return Optional.ofNullable(byTicket.get(ticketByScene.get(new Scene(appId, null, scene))));
	}

	/** The newest codes first, at most so many. */
	public synchronized List<QrCode> newest(int atMost) {
		List<QrCode> all = new ArrayList<>(byTicket.values());
		List<QrCode> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - atMost), all.size()));
		Collections.reverse(newest);
		return newest;
	}

	/** How many permanent codes the account has used up. */
	public synchronized int permanentCount(String appId) {
		return permanent.getOrDefault(appId, 0);
	}

	/** Lets a test reach the limit sooner. */
	public synchronized void permanentLimit(int limit) {
		this.permanentLimit = limit;
	}

	private void keep(QrCode code) {
		byTicket.put(code.ticket(), code);
		ticketByUrl.put(code.url(), code.ticket());
		ticketByScene.put(new Scene(code.appId(), null, code.scene()), code.ticket());
		if (code.action().isPermanent()) {
			ticketByScene.put(new Scene(code.appId(), code.action(), code.scene()), code.ticket());
			permanent.merge(code.appId(), 1, Integer::sum);
		}
	}

	@Override
	public String name() {
		return "qr";
	}

	@Override
	public synchronized Object saved() {
		return new Saved(made, byTicket.values());
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		byTicket.clear();
		ticketByUrl.clear();
		ticketByScene.clear();
		permanent.clear();
		if (saved.isMissingNode()) {
			return;
		}
		Saved read = Json.MAPPER.treeToValue(saved, Saved.class);
		made = Math.max(made, read.made());
		read.codes().forEach(this::keep);
	}

	/** By which the newest code of a kind, or of any kind, is found. */
	private record Scene(String appId, @Nullable QrAction action, String scene) {
	}

	/** All codes as a snapshot keeps them. */
	record Saved(int made, Collection<QrCode> codes) {
	}

}
