package cn.mentougou.education.wechat.jssdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.jssdk.WxMpTicketCall.HeldTicket;

/** The tickets of the accounts: in memory, else in MySQL, else fetched by one for all. */
class Tickets implements SealedRegister {

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(8);

	private static final long LOOK_MILLIS = 50;

	private final TicketMapper mapper;

	private final Vault vault;

	private final WxMpTicketCall call;

	private final Clock clock;

	private final Map<String, HeldTicket> memory = new ConcurrentHashMap<>();

	Tickets(TicketMapper mapper, Vault vault, WxMpTicketCall call, Clock clock) {
		this.mapper = mapper;
		this.vault = vault;
		this.call = call;
		this.clock = clock;
	}

	/**
	 * The ticket of the account.
	 * @throws Refusal.Conflict if there is none to be had just now
	 */
	String current(String appId) {
		HeldTicket held = this.memory.get(appId);
		if (held == null || !lives(held)) {
			held = bring(appId);
			this.memory.put(appId, held);
		}
		return held.value();
	}

	private HeldTicket bring(String appId) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		this.mapper.begin(appId);
		while (System.nanoTime() < deadline) {
			TicketMapper.Row row = this.mapper.find(appId).orElseThrow();
			Optional<HeldTicket> stored = opened(row).filter(this::lives);
			if (stored.isPresent()) {
				return stored.get();
			}
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			if (this.mapper.claim(appId, row.version(), now, now.plus(LEASE)) == 1) {
				return fetch(row);
			}
			pause();
		}
		throw new Refusal.Conflict("jssdk.no-ticket");
	}

	private HeldTicket fetch(TicketMapper.Row row) {
		try {
			HeldTicket ticket = this.call.fetch(row.appId());
			this.mapper.store(row.appId(), row.version(), this.vault.seal(ticket.value(), place(row.appId())),
					ticket.until());
			return ticket;
		}
		catch (Refusal ex) {
			this.mapper.giveBack(row.appId(), row.version());
			throw ex;
		}
	}

	private Optional<HeldTicket> opened(TicketMapper.Row row) {
		if (row.ticket() == null || row.expiresAt() == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new HeldTicket(this.vault.open(row.ticket(), place(row.appId())), row.expiresAt()));
		}
		catch (Unsealable ex) {
			return Optional.empty();
		}
	}

	private boolean lives(HeldTicket ticket) {
		return this.clock.instant().isBefore(ticket.until());
	}

	private static void pause() {
		try {
			Thread.sleep(LOOK_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal.Conflict("jssdk.no-ticket");
		}
	}

	@Override
	public String register() {
		return "wechat.jssdk";
	}

	@Override
	public String title() {
		return "网页签名用的 jsapi_ticket";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		for (TicketMapper.Row row : this.mapper.list()) {
			resealing.value(row.ticket(), place(row.appId()),
					(before, now) -> this.mapper.exchange(row.appId(), before, now));
		}
		return "";
	}

	private static String place(String appId) {
		return "page_ticket/ticket/" + appId;
	}

}
