package cn.mentougou.education.wechat.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;

/**
 * What people wrote, for themselves and until its time is over; then a record without
 * text and person stays, and goes later. Messages carry no look-up value, which would
 * cost every one of them; so one person's are found by opening all. In small steps: they
 * never hold up the answers.
 */
class InboxHolder implements PersonalDataHolder {

	private static final int STEP = 40;

	private static final int PAGE = 100;

	/**
	 * Between steps the database is the answers' alone. Some 900 rows a second remain.
	 */
	private static final long PAUSE_NANOS = 40_000_000;

	/** The platform repeats a younger message, which must be known then. */
	private static final Duration YOUNG = Duration.ofMinutes(1);

	private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final Pattern WORDS = Pattern
		.compile("<(?:Content|Recognition|Label|Title)>(?:<!\\[CDATA\\[(.*?)]]>|([^<]*))</", Pattern.DOTALL);

	private final InboxMapper mapper;

	private final Vault vault;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private final Retention.Rule content;

	private final Retention.Rule record;

	InboxHolder(InboxMapper mapper, Vault vault, InboxSettings settings, Clock clock, TransactionTemplate transaction) {
		this.mapper = mapper;
		this.vault = vault;
		this.clock = clock;
		this.transaction = transaction;
		this.content = new Retention.Rule("content", "消息内容和自动回复", "处理来信和平台重发所需（个人信息保护法第十九条）", settings.keepContentFor(),
				"删去整条消息，只留下没有内容、没有人的收发记录");
		this.record = new Retention.Rule("record", "收发记录（没有内容、没有人）", "网络日志至少留存六个月（网络安全法）", settings.keepRecordFor(),
				"删去");
	}

	@Override
	public String register() {
		return "wechat.inbox";
	}

	@Override
	public String title() {
		return "收到的微信消息";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(this.content, this.record);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		List<Item> items = new ArrayList<>();
		walk(keys, (message) -> items.add(item(message)), new ArrayList<>());
		return items;
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return erase(keys, (row) -> {
		});
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		return erase(keys, (row) -> this.transaction.executeWithoutResult((status) -> remove(List.of(row))));
	}

	private Erasure erase(PersonKeys keys, Consumer<byte[]> removal) {
		Instant young = this.clock.instant().minus(YOUNG);
		int[] counts = new int[2];
		List<byte[]> unreadable = new ArrayList<>();
		walk(keys, (message) -> {
			boolean isOver = message.state() == InboxState.DONE && message.receivedAt().isBefore(young);
			if (isOver) {
				removal.accept(message.key().value());
			}
			counts[isOver ? 0 : 1]++;
		}, unreadable);
		return Erasure.of(counts[0])
			.keeping(counts[1], "刚刚收到或还在处理，微信平台可能重发：请一分钟后再运行一次")
			.keeping(unreadable.size(), "打不开（密钥已不在配置中），不知道是谁的：到期自动删去");
	}

	@Override
	public void retain(Retention run) {
		if (run.held().isEmpty()) {
			forgetAll(run);
		}
		else {
			forgetAllButHeld(run);
		}
		int step = forgetSomeRecords(run);
		while (step > 0) {
			LockSupport.parkNanos(PAUSE_NANOS);
			step = forgetSomeRecords(run);
		}
	}

	private void forgetAll(Retention run) {
		Instant before = run.before(this.content);
		List<byte[]> keys = this.mapper.listReceivedBefore(before, STEP);
		while (!keys.isEmpty()) {
			forget(keys, run);
			keys = this.mapper.listReceivedBefore(before, STEP);
		}
	}

	private void forgetAllButHeld(Retention run) {
		Instant before = run.before(this.content);
		List<InboxMapper.Row> rows = this.mapper.listReceivedBetween(Instant.EPOCH, new byte[0], before, STEP);
		while (!rows.isEmpty()) {
			forget(rows.stream().filter((row) -> !isOf(run.held(), row)).map(InboxMapper.Row::messageKey).toList(),
					run);
			InboxMapper.Row last = rows.get(rows.size() - 1);
			rows = this.mapper.listReceivedBetween(last.receivedAt(), last.messageKey(), before, STEP);
		}
	}

	private void forget(List<byte[]> keys, Retention run) {
		if (keys.isEmpty()) {
			return;
		}
		run.erase(this.transaction, this.content, () -> {
			remove(keys);
			return keys.size();
		});
		LockSupport.parkNanos(PAUSE_NANOS);
	}

	private int forgetSomeRecords(Retention run) {
		return run.erase(this.transaction, this.record,
				() -> this.mapper.deleteRecordsBefore(run.before(this.record), STEP));
	}

	private void remove(List<byte[]> keys) {
		this.mapper.insertRecords(keys);
		this.mapper.deleteClaims(keys);
		this.mapper.deleteMessages(keys);
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<InboxMapper.Row> rows = this.mapper.listAfter(HexFormat.of().parseHex(after), PAGE);
		for (InboxMapper.Row row : rows) {
			byte[] value = row.messageKey();
			MessageKey key = new MessageKey(value);
			resealing.value(row.content(), Inbox.contentPlace(key),
					(before, now) -> this.mapper.exchangeContent(value, before, now));
			resealing.value(row.reply(), Inbox.replyPlace(key),
					(before, now) -> this.mapper.exchangeReply(value, before, now));
		}
		return rows.isEmpty() ? "" : HexFormat.of().formatHex(rows.get(rows.size() - 1).messageKey());
	}

	/** Gives the person's messages away, one after the other. */
	private void walk(PersonKeys keys, Consumer<StoredMessage> found, List<byte[]> unreadable) {
		if (keys.openIds().isEmpty()) {
			return;
		}
		List<InboxMapper.Row> rows = this.mapper.listAfter(new byte[0], PAGE);
		while (!rows.isEmpty()) {
			for (InboxMapper.Row row : rows) {
				try {
					StoredMessage message = Inbox.opened(row, this.vault);
					if (isOf(keys, message)) {
						found.accept(message);
					}
				}
				catch (Unsealable ex) {
					unreadable.add(row.messageKey());
				}
			}
			rows = this.mapper.listAfter(rows.get(rows.size() - 1).messageKey(), PAGE);
		}
	}

	/**
	 * Who cannot be told from a message that does not open is taken for a held person.
	 */
	private boolean isOf(PersonKeys held, InboxMapper.Row row) {
		try {
			return isOf(held, Inbox.opened(row, this.vault));
		}
		catch (Unsealable ex) {
			return true;
		}
	}

	private static boolean isOf(PersonKeys keys, StoredMessage message) {
		return keys.areNamedIn(message.xml());
	}

	private static Item item(StoredMessage message) {
		String xml = new String(message.xml(), StandardCharsets.UTF_8);
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", message.appId());
		fields.put("收到时间", BEIJING.format(message.receivedAt()));
		fields.put("类型", message.kind());
		Matcher words = WORDS.matcher(xml);
		if (words.find()) {
			fields.put("内容", (words.group(1) != null) ? words.group(1) : words.group(2));
		}
		fields.put("原文", xml);
		if (message.reply() != null) {
			fields.put("回复原文", new String(message.reply(), StandardCharsets.UTF_8));
		}
		return new Item("您发来的消息", fields);
	}

}
