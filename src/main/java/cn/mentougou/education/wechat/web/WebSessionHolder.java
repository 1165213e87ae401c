package cn.mentougou.education.wechat.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** When people opened our pages in WeChat. */
class WebSessionHolder implements PersonalDataHolder {

	private static final int STEP = 100;

	private static final Duration A_DAY = Duration.ofDays(1);

	private static final Retention.Rule RECORD = new Retention.Rule("session", "何时用什么手机打开过网页",
			"网络日志留存不少于六个月（网络安全法第二十一条）", Duration.ofDays(190), "删去");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final WebSessionMapper mapper;

	private final WebSessions.Seal seal;

	private final WeChatAccounts accounts;

	private final TransactionTemplate transaction;

	WebSessionHolder(WebSessionMapper mapper, WebSessions.Seal seal, WeChatAccounts accounts,
			TransactionTemplate transaction) {
		this.mapper = mapper;
		this.seal = seal;
		this.accounts = accounts;
		this.transaction = transaction;
	}

	@Override
	public String register() {
		return "wechat.web";
	}

	@Override
	public String title() {
		return "微信网页的登录记录";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(RECORD);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).stream().map(WebSessionHolder::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of(rows(keys).size());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		return Erasure.of(rows(keys).stream().mapToInt((row) -> this.mapper.delete(row.id())).sum());
	}

	@Override
	public void retain(Retention run) {
		this.transaction
			.executeWithoutResult((status) -> this.mapper.endOver(run.now().minus(A_DAY), "OVER", run.now()));
		Instant before = run.before(RECORD);
		Set<String> held = this.seal.people(this.accounts, run.held())
			.stream()
			.map(WebSessions.Seal::place)
			.collect(Collectors.toSet());
		List<WebSessionMapper.Row> rows = this.mapper.startedBefore(before, 0, STEP);
		while (!rows.isEmpty()) {
			List<WebSessionMapper.Row> free = rows.stream()
				.filter((row) -> !held.contains(WebSessions.Seal.place(row.person())))
				.toList();
			run.erase(this.transaction, RECORD,
					() -> free.stream().mapToInt((row) -> this.mapper.delete(row.id())).sum());
			rows = this.mapper.startedBefore(before, rows.get(rows.size() - 1).id(), STEP);
		}
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<WebSessionMapper.Row> rows = this.mapper.listAfter(after.isEmpty() ? 0 : Long.parseLong(after), STEP);
		for (WebSessionMapper.Row row : rows) {
			resealing.value(row.openId(), WebSessions.Seal.place(row.person()),
					(before, now) -> this.mapper.exchange(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private List<WebSessionMapper.Row> rows(PersonKeys keys) {
		return this.seal.people(this.accounts, keys)
			.stream()
			.flatMap((person) -> this.mapper.ofPerson(person).stream())
			.toList();
	}

	private static Item item(WebSessionMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("登录时间", TIME.format(row.startedAt()));
		fields.put("手机", row.device());
		return new Item("用微信打开我们的网页", fields);
	}

}
