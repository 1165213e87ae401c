package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * What was sent to whom, until its time is over; then the record that something was sent
 * stays, and goes later. In small steps, so that sending is not held up.
 */
class OutboundHolder implements PersonalDataHolder {

	private static final int STEP = 100;

	/** Stands where a person was: no look-up value is all zeros. */
	private static final byte[] NOBODY = new byte[32];

	private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final OutboundMapper mapper;

	private final Seal seal;

	private final WeChatAccounts accounts;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private final Retention.Rule content;

	private final Retention.Rule record;

	OutboundHolder(OutboundMapper mapper, Seal seal, WeChatAccounts accounts, OutboundSettings settings, Clock clock,
			TransactionTemplate transaction) {
		this.mapper = mapper;
		this.seal = seal;
		this.accounts = accounts;
		this.clock = clock;
		this.transaction = transaction;
		this.content = new Retention.Rule("content", "发送的内容和对象", "核对是否送达所需（个人信息保护法第十九条）", settings.keepContentFor(),
				"删去内容和对象，留下发送记录");
		this.record = new Retention.Rule("record", "发送记录", "网络日志至少留存六个月（网络安全法）", settings.keepRecordFor(), "删去");
	}

	@Override
	public String register() {
		return "wechat.outbound";
	}

	@Override
	public String title() {
		return "发给个人的微信消息";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(this.content, this.record);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(this.seal.people(this.accounts, keys)).stream().map(this::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		List<OutboundMapper.Row> rows = rows(this.seal.people(this.accounts, keys));
		int sending = (int) rows.stream().filter((row) -> row.state() == SendState.SENDING).count();
		return kept(Erasure.of(rows.size() - sending), sending);
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		List<byte[]> people = this.seal.people(this.accounts, keys);
		if (people.isEmpty()) {
			return Erasure.NOTHING;
		}
		this.mapper.giveUp(people, Reason.ERASED, this.clock.instant());
		int erased = Retention.inSteps(() -> this.mapper.forget(people, NOBODY, STEP));
		return kept(Erasure.of(erased), rows(people).size());
	}

	private static Erasure kept(Erasure erasure, int sending) {
		return erasure.keeping(sending, "正在发送：请一分钟后再运行一次");
	}

	@Override
	public void retain(Retention run) {
		List<byte[]> held = this.seal.people(this.accounts, run.held());
		Retention.inSteps(() -> run.erase(this.transaction, this.content,
				() -> this.mapper.eraseContentBefore(run.before(this.content), held, STEP)));
		Retention.inSteps(() -> run.erase(this.transaction, this.record,
				() -> this.mapper.deleteBefore(run.before(this.record), held, STEP)));
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<OutboundMapper.Row> rows = this.mapper.listAfter(after.isEmpty() ? 0 : Long.parseLong(after), List.of(),
				STEP);
		for (OutboundMapper.Row row : rows) {
			resealing.value(row.openId(), Seal.openIdPlace(row.messageKey()),
					(before, now) -> this.mapper.exchangeOpenId(row.id(), before, now));
			resealing.value(row.content(), Seal.contentPlace(row.messageKey()),
					(before, now) -> this.mapper.exchangeContent(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private List<OutboundMapper.Row> rows(List<byte[]> people) {
		List<OutboundMapper.Row> rows = new ArrayList<>();
		long after = 0;
		List<OutboundMapper.Row> page = people.isEmpty() ? List.of() : this.mapper.listAfter(after, people, STEP);
		while (!page.isEmpty()) {
			rows.addAll(page);
			after = page.get(page.size() - 1).id();
			page = this.mapper.listAfter(after, people, STEP);
		}
		return rows;
	}

	private Item item(OutboundMapper.Row row) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", row.appId());
		fields.put("方式", row.channel().title());
		fields.put("时间", time(row.createdAt()));
		fields.put("状态", row.state().title());
		if (row.openId() != null && row.content() != null) {
			fields.put("openid", this.seal.openId(row.openId(), row.messageKey()));
			fields.put("内容", this.seal.content(row.content(), row.messageKey()));
		}
		return new Item("公众号发给您的消息", fields);
	}

	private static String time(Instant at) {
		return BEIJING.format(at);
	}

}
