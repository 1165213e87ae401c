package cn.mentougou.education.wechat.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** What people consented to, as long as it holds and a few days more. */
class ConsentHolder implements PersonalDataHolder {

	private static final int STEP = 500;

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final Retention.Rule VALID = new Retention.Rule("valid", "还有效的订阅通知同意",
			"用来证明本人同意接收（个人信息保护法第十三条、第十四条）", null, "用完、关闭或取消关注以后删去");

	private final ConsentMapper mapper;

	private final LookupIndex index;

	private final WeChatAccounts accounts;

	private final TransactionOperations transaction;

	private final Retention.Rule withdrawn;

	ConsentHolder(ConsentMapper mapper, LookupIndex index, WeChatAccounts accounts, TransactionOperations transaction,
			Duration eraseAfter) {
		this.mapper = mapper;
		this.index = index;
		this.accounts = accounts;
		this.transaction = transaction;
		Duration keepFor = (eraseAfter.compareTo(ConsentListener.REMEMBERED) > 0) ? eraseAfter
				: ConsentListener.REMEMBERED;
		this.withdrawn = new Retention.Rule("withdrawn", "已关闭的订阅通知、取消关注的人的同意", "迟到的平台消息要与它核对，以免误发", keepFor, "删去");
	}

	@Override
	public String register() {
		return "wechat.consent";
	}

	@Override
	public String title() {
		return "订阅通知的同意";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(VALID, this.withdrawn);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).stream().map(ConsentHolder::item).toList();
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
		Instant before = run.before(this.withdrawn);
		List<byte[]> held = PersonLookup.of(this.index, this.accounts, run.held());
		Retention.inSteps(() -> run.erase(this.transaction, this.withdrawn,
				() -> this.mapper.deleteVoidBefore(before, held, STEP)));
		Retention.inSteps(() -> this.mapper.forgetCountedBefore(before, STEP));
	}

	/** Nothing here is sealed. */
	@Override
	public String reseal(String after, Resealing resealing) {
		return "";
	}

	private List<ConsentMapper.Row> rows(PersonKeys keys) {
		List<byte[]> people = PersonLookup.of(this.index, this.accounts, keys);
		return people.isEmpty() ? List.of() : this.mapper.list(people);
	}

	private static Item item(ConsentMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", row.appId());
		fields.put("通知模板", row.templateId().equals(ConsentMapper.ACCOUNT) ? "全部" : row.templateId());
		fields.put("还可以发送的条数", String.valueOf(row.credits()));
		put(fields, "最近一次同意", row.acceptedAt());
		put(fields, "最近一次拒绝", row.refusedAt());
		put(fields, "最近一次关闭或取消关注", row.withdrawnAt());
		return new Item("您对订阅通知的同意", fields);
	}

	private static void put(Map<String, String> fields, String name, @Nullable Instant at) {
		if (at != null) {
			fields.put(name, WHEN.format(at));
		}
	}

}
