package cn.mentougou.education.wechat.follower;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * What is held about followers. Whoever unfollowed is erased after a few days, unless the
 * person follows again; in small steps and with the number, so that others erase what
 * they keep under it in the same transaction.
 */
class FollowerHolder implements PersonalDataHolder {

	private static final int STEP = 50;

	private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final Retention.Rule FOLLOWING = new Retention.Rule("following", "关注者的 openid、来源、标签、备注名",
			"向关注者提供服务所必需（个人信息保护法第十三条）", null, "取消关注后按“已取消关注”处理");

	private final FollowerMapper mapper;

	private final RollMapper roll;

	private final FollowerSeal seal;

	private final WeChatAccounts accounts;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Retention.Rule unfollowed;

	FollowerHolder(FollowerMapper mapper, RollMapper roll, FollowerSeal seal, WeChatAccounts accounts,
			Duration eraseAfter, ApplicationEventPublisher events, TransactionTemplate transaction) {
		this.mapper = mapper;
		this.roll = roll;
		this.seal = seal;
		this.accounts = accounts;
		this.events = events;
		this.transaction = transaction;
		this.unfollowed = new Retention.Rule("unfollowed", "已取消关注的人的 openid、来源、标签、备注名和备注",
				"误取消后重新关注时能恢复（微信平台要求取消关注后删除用户数据）", eraseAfter, "全部删去，只留不能对应到个人的统计数字");
	}

	@Override
	public String register() {
		return "wechat.follower";
	}

	@Override
	public String title() {
		return "公众号关注者";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(FOLLOWING, this.unfollowed);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).stream().map(this::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of(rows(keys).size());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		int erased = 0;
		for (FollowerMapper.Secrets row : rows(keys)) {
			erased += Objects.requireNonNullElse(this.transaction.execute((status) -> {
				String appId = this.mapper.find(new FollowerId(row.id())).map(FollowerMapper.Row::appId).orElse("");
				return told(row.id(), appId, this.roll.delete(row.id()));
			}), 0);
		}
		return Erasure.of(erased);
	}

	@Override
	public void retain(Retention run) {
		Instant before = run.before(this.unfollowed);
		Set<Long> held = rows(run.held()).stream().map(FollowerMapper.Secrets::id).collect(Collectors.toSet());
		long after = 0;
		List<RollMapper.Gone> rows = this.roll.unfollowedBefore(before, after, STEP);
		while (!rows.isEmpty()) {
			List<RollMapper.Gone> free = rows.stream().filter((row) -> !held.contains(row.id())).toList();
			run.erase(this.transaction, this.unfollowed,
					() -> free.stream()
						.mapToInt((row) -> told(row.id(), row.appId(), this.roll.deleteUnfollowed(row.id(), before)))
						.sum());
			after = rows.get(rows.size() - 1).id();
			rows = this.roll.unfollowedBefore(before, after, STEP);
		}
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<FollowerMapper.Secrets> rows = this.roll.secretsAfter(after.isEmpty() ? 0 : Long.parseLong(after), STEP);
		for (FollowerMapper.Secrets row : rows) {
			resealing.value(row.openId(), FollowerSeal.place("open_id", row.person()),
					(before, now) -> this.roll.exchangeOpenId(row.id(), before, now));
			resealing.value(row.unionId(), FollowerSeal.place("union_id", row.person()),
					(before, now) -> this.roll.exchangeUnionId(row.id(), before, now));
			resealing.value(row.remark(), FollowerSeal.place("remark", row.person()),
					(before, now) -> this.roll.exchangeRemark(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private int told(long id, String appId, int deleted) {
		if (deleted == 1) {
			this.roll.deleteTags(id);
			this.events.publishEvent(new FollowerEvent.Erased(new FollowerId(id), appId));
		}
		return deleted;
	}

	private List<FollowerMapper.Secrets> rows(PersonKeys keys) {
		List<byte[]> people = this.seal.people(this.accounts, keys);
		return people.isEmpty() ? List.of() : this.roll.secretsOf(people);
	}

	private Item item(FollowerMapper.Secrets row) {
		FollowerId id = new FollowerId(row.id());
		Follower follower = this.mapper.find(id).map(this.seal::open).orElseThrow();
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", follower.appId());
		fields.put("openid", this.seal.openId(row.person(), row.openId()));
		fields.put("unionid", String.valueOf(this.seal.unionId(row)));
		fields.put("状态", follower.state().title() + (follower.blocked() ? "，在黑名单中" : ""));
		fields.put("关注时间", BEIJING.format(follower.since()));
		fields.put("关注方式", follower.wayTitle());
		fields.put("二维码场景", String.valueOf(follower.scene()));
		fields.put("备注名", follower.remark());
		fields.put("标签编号",
				new TreeSet<>(this.mapper.tagsOf(id)).stream().map(String::valueOf).collect(Collectors.joining("、")));
		fields.values().removeIf((value) -> value.isEmpty() || value.equals("null"));
		return new Item("您关注公众号的记录", fields);
	}

}
