package cn.mentougou.education.wechat.replywindow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.quota.CallQuotas;

/** When a person wrote to or tapped at an account last, until that is of no use. */
class WindowHolder implements PersonalDataHolder {

	private static final int STEP = 500;

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BEIJING);

	private final ReplyWindowMapper mapper;

	private final CallQuotas quotas;

	private final LookupIndex index;

	private final WeChatAccounts accounts;

	private final TransactionTemplate transaction;

	private final Retention.Rule closed = new Retention.Rule("closed", "已关闭的回复窗口", "窗口关闭后不再需要（个人信息保护法第十九条）",
			Duration.ofDays(7), "删去");

	WindowHolder(ReplyWindowMapper mapper, CallQuotas quotas, LookupIndex index, WeChatAccounts accounts,
			TransactionTemplate transaction) {
		this.mapper = mapper;
		this.quotas = quotas;
		this.index = index;
		this.accounts = accounts;
		this.transaction = transaction;
	}

	@Override
	public String register() {
		return "wechat.replywindow";
	}

	@Override
	public String title() {
		return "可以回复的时间窗口";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(this.closed);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).stream().map(WindowHolder::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of(rows(keys).size());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		List<byte[]> people = PersonLookup.of(this.index, this.accounts, keys);
		return people.isEmpty() ? Erasure.NOTHING : Erasure.of(this.mapper.delete(people));
	}

	@Override
	public void retain(Retention run) {
		Instant before = run.before(this.closed);
		List<byte[]> held = PersonLookup.of(this.index, this.accounts, run.held());
		Retention.inSteps(() -> run.erase(this.transaction, this.closed,
				() -> this.mapper.deleteClosedBefore(before, held, STEP)));
		this.quotas.forgetBefore(LocalDate.ofInstant(before, BEIJING).minusMonths(6), STEP);
	}

	/** Nothing here is sealed. */
	@Override
	public String reseal(String after, Resealing resealing) {
		return "";
	}

	private List<ReplyWindowMapper.Row> rows(PersonKeys keys) {
		List<byte[]> people = PersonLookup.of(this.index, this.accounts, keys);
		return people.isEmpty() ? List.of() : this.mapper.list(people);
	}

	private static Item item(ReplyWindowMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", row.appId());
		fields.put("您的操作", row.kind().title());
		fields.put("时间", WHEN.format(row.openedAt()));
		return new Item("公众号可以回复您的时间", fields);
	}

}
