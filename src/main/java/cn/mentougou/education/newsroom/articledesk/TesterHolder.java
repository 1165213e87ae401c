package cn.mentougou.education.newsroom.articledesk;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;

/** Gives and erases the registered phones; after a year one registers anew. */
class TesterHolder implements PersonalDataHolder {

	private static final int STEP = 100;

	private static final Retention.Rule PHONE = new Retention.Rule("phone", "登记接收预览的手机", "本人登记，发预览所需（个人信息保护法第十三条）",
			Duration.ofDays(366), "删去，需要时重新登记");

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final TesterMapper mapper;

	private final Followers followers;

	private final WeChatAccounts accounts;

	private final TransactionTemplate transaction;

	TesterHolder(TesterMapper mapper, Followers followers, WeChatAccounts accounts, TransactionTemplate transaction) {
		this.mapper = mapper;
		this.followers = followers;
		this.accounts = accounts;
		this.transaction = transaction;
	}

	@Override
	public String register() {
		return "newsroom.articledesk";
	}

	@Override
	public String title() {
		return "接收文章预览的手机";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(PHONE);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).map(TesterHolder::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of((int) rows(keys).count());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		return Erasure.of(rows(keys).mapToInt((row) -> this.mapper.delete(row.id())).sum());
	}

	@Override
	public void retain(Retention run) {
		List<Long> held = followers(run.held());
		Retention.inSteps(() -> run.erase(this.transaction, PHONE,
				() -> this.mapper.deleteBefore(run.before(PHONE), held, STEP)));
	}

	/** Nothing here is sealed: there are numbers alone. */
	@Override
	public String reseal(String after, Resealing resealing) {
		return "";
	}

	private Stream<TesterMapper.Row> rows(PersonKeys keys) {
		return followers(keys).stream().flatMap((id) -> this.mapper.ofFollower(id).stream());
	}

	private List<Long> followers(PersonKeys keys) {
		return this.followers.named(this.accounts, keys).stream().map(FollowerId::value).toList();
	}

	private static Item item(TesterMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", row.appId());
		fields.put("登记时间", (row.registeredAt() != null) ? WHEN.format(row.registeredAt()) : "");
		return new Item("您的手机登记为接收文章预览", fields);
	}

}
