package cn.mentougou.education.wechat.personlink;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;

/** Gives and erases the consents to be known by both accounts. */
class PersonLinkHolder implements PersonalDataHolder {

	private static final Retention.Rule WITHDRAWN = new Retention.Rule("withdrawn", "曾经同意合并、后来撤回的记录",
			"证明处理曾经合法（个人信息保护法第十五条、第六十九条；民法典诉讼时效）", Duration.ofDays(3 * 366), "删去");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final PersonLinkMapper mapper;

	private final Followers followers;

	private final WeChatAccounts accounts;

	private final TransactionTemplate transaction;

	PersonLinkHolder(PersonLinkMapper mapper, Followers followers, WeChatAccounts accounts,
			TransactionTemplate transaction) {
		this.mapper = mapper;
		this.followers = followers;
		this.accounts = accounts;
		this.transaction = transaction;
	}

	@Override
	public String register() {
		return "wechat.personlink";
	}

	@Override
	public String title() {
		return "两个公众号合并身份的同意";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(WITHDRAWN);
	}

	/** The openid at the other account, for which the person agreed. */
	@Override
	public Set<PersonKey> related(PersonKeys keys) {
		Set<PersonKey> related = new LinkedHashSet<>();
		rows(keys).filter(PersonLinkMapper.Row::isAgreed)
			.flatMap((row) -> Stream.of(row.followerId(), row.otherFollowerId()))
			.filter(Objects::nonNull)
			.flatMap((id) -> this.followers.open(new FollowerId(id)).stream())
			.forEach((openId) -> related.add(new PersonKey.OpenId(openId)));
		related.removeAll(keys.all());
		return related;
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).map(PersonLinkHolder::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of((int) rows(keys).count());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		return Erasure.of(rows(keys).mapToInt((row) -> this.mapper.delete(row.followerId())).sum());
	}

	@Override
	public void retain(Retention run) {
		Instant before = run.before(WITHDRAWN);
		Set<Long> held = new LinkedHashSet<>(ids(run.held()));
		List<PersonLinkMapper.Row> rows = this.mapper.withdrawnBefore(before, 0);
		while (!rows.isEmpty()) {
			List<PersonLinkMapper.Row> free = rows.stream().filter((row) -> !held.contains(row.followerId())).toList();
			run.erase(this.transaction, WITHDRAWN,
					() -> free.stream().mapToInt((row) -> this.mapper.delete(row.followerId())).sum());
			rows = this.mapper.withdrawnBefore(before, rows.get(rows.size() - 1).id());
		}
	}

	/** Nothing here is sealed: there are numbers and look-up values alone. */
	@Override
	public String reseal(String after, Resealing resealing) {
		return "";
	}

	private Stream<PersonLinkMapper.Row> rows(PersonKeys keys) {
		return ids(keys).stream().flatMap((id) -> this.mapper.naming(id).stream()).distinct();
	}

	private List<Long> ids(PersonKeys keys) {
		return this.followers.named(this.accounts, keys).stream().map(FollowerId::value).toList();
	}

	private static Item item(PersonLinkMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("同意时间", TIME.format(row.agreedAt()));
		fields.put("文本版本", String.valueOf(row.textVersion()));
		fields.put("是否已合并", (row.linkedAt() != null) ? TIME.format(row.linkedAt()) : "还没有");
		if (row.withdrawnAt() != null) {
			fields.put("撤回时间", TIME.format(row.withdrawnAt()));
		}
		return new Item("同意两个公众号合并身份", fields);
	}

}
