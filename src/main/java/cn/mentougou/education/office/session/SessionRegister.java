package cn.mentougou.education.office.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.shared.PersonId;

/** When people of the staff were signed in, with which browser and from where. */
@Component
class SessionRegister implements PersonalDataHolder {

	private static final Retention.Rule RECORD = new Retention.Rule("session", "何时、在何处、用什么浏览器登录",
			"网络日志留存不少于六个月（网络安全法关于日志留存的规定）", Duration.ofDays(400), "删去");

	/** What no erasure touches. */
	private static final Duration BY_LAW = Duration.ofDays(190);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final SessionMapper mapper;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SessionRegister(SessionMapper mapper, PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public String register() {
		return "office.session";
	}

	@Override
	public String title() {
		return "登录记录";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(RECORD);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).stream().map(SessionRegister::item).toList();
	}

	private static Item item(SessionMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("登录时间", TIME.format(row.startedAt()));
		fields.put("最近使用", TIME.format(row.lastUsedAt()));
		fields.put("网络地址", row.cameFrom());
		fields.put("浏览器", row.device());
		return new Item("登录", fields);
	}

	private List<SessionMapper.Row> rows(PersonKeys keys) {
		return keys.of(PersonKey.Staff.class)
			.stream()
			.flatMap((staff) -> this.mapper.all(staff.person()).stream())
			.toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		List<SessionMapper.Row> rows = rows(keys);
		int old = (int) rows.stream().filter(this::isErasable).count();
		return kept(Erasure.of(old), rows.size() - old);
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		List<SessionMapper.Row> rows = rows(keys);
		int erased = rows.stream().filter(this::isErasable).mapToInt((row) -> this.mapper.remove(row.id())).sum();
		return kept(Erasure.of(erased), rows.size() - erased);
	}

	private boolean isErasable(SessionMapper.Row row) {
		return row.lastUsedAt().isBefore(this.clock.instant().minus(BY_LAW));
	}

	private static Erasure kept(Erasure erasure, int kept) {
		return erasure.keeping(kept, "六个月内的登录记录依法留存，到期自动删去；其中没有姓名和用户名");
	}

	@Override
	public void retain(Retention run) {
		Instant before = run.before(RECORD);
		List<SessionMapper.Row> rows = this.mapper.unusedSince(before, 0);
		while (!rows.isEmpty()) {
			List<SessionMapper.Row> free = rows.stream()
				.filter((row) -> !run.held().contains(new PersonKey.Staff(new PersonId(row.personId()))))
				.toList();
			run.erase(this.transaction, RECORD,
					() -> free.stream().mapToInt((row) -> this.mapper.remove(row.id())).sum());
			rows = this.mapper.unusedSince(before, rows.get(rows.size() - 1).id());
		}
	}

	/** Nothing here is sealed. */
	@Override
	public String reseal(String after, Resealing resealing) {
		return "";
	}

}
