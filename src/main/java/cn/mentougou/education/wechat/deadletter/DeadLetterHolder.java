package cn.mentougou.education.wechat.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Unsealable;

/** Gives and erases what people wrote and went wrong; few rows, so all are opened. */
class DeadLetterHolder implements PersonalDataHolder {

	private static final int STEP = 100;

	private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final DeadLetterMapper mapper;

	private final DeadLetters letters;

	private final TransactionTemplate transaction;

	private final Retention.Rule content;

	DeadLetterHolder(DeadLetterMapper mapper, DeadLetters letters, Duration keepFor, TransactionTemplate transaction) {
		this.mapper = mapper;
		this.letters = letters;
		this.transaction = transaction;
		this.content = new Retention.Rule("content", "没有处理成功的消息", "工作人员补办所需（个人信息保护法第十九条）", keepFor, "删去");
	}

	@Override
	public String register() {
		return "wechat.deadletter";
	}

	@Override
	public String title() {
		return "没有处理成功的微信消息";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(this.content);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows((row) -> isOf(keys, row, false)).stream().map(this::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return kept(keys, Erasure.of(rows((row) -> isOf(keys, row, false)).size()));
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		int erased = 0;
		for (DeadLetterMapper.Row row : rows((row) -> isOf(keys, row, false))) {
			erased += this.mapper.delete(row.id());
		}
		return kept(keys, Erasure.of(erased));
	}

	private Erasure kept(PersonKeys keys, Erasure erasure) {
		int closed = keys.openIds().isEmpty() ? 0
				: rows((row) -> isOf(keys, row, true) && !isOf(keys, row, false)).size();
		return erasure.keeping(closed, "打不开（密钥已不在配置中），不知道是谁的：到期自动删去");
	}

	@Override
	public void retain(Retention run) {
		Instant before = run.before(this.content);
		int erased = STEP;
		while (run.held().isEmpty() && erased == STEP) {
			erased = run.erase(this.transaction, this.content, () -> this.mapper.deleteReceivedBefore(before, STEP));
		}
		if (!run.held().isEmpty()) {
			rows((row) -> row.receivedAt().isBefore(before) && !isOf(run.held(), row, true))
				.forEach((row) -> run.erase(this.transaction, this.content, () -> this.mapper.delete(row.id())));
		}
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<DeadLetterMapper.Row> rows = this.mapper.listAfter(after.isEmpty() ? 0 : Long.parseLong(after), STEP);
		for (DeadLetterMapper.Row row : rows) {
			resealing.value(row.content(), DeadLetters.place(row.messageKey()),
					(before, now) -> this.mapper.exchangeContent(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private List<DeadLetterMapper.Row> rows(Predicate<DeadLetterMapper.Row> wanted) {
		List<DeadLetterMapper.Row> found = new ArrayList<>();
		List<DeadLetterMapper.Row> page = this.mapper.listAfter(0, STEP);
		while (!page.isEmpty()) {
			page.stream().filter(wanted).forEach(found::add);
			page = this.mapper.listAfter(page.get(page.size() - 1).id(), STEP);
		}
		return found;
	}

	/** Whether the letter names the person; what does not open names whoever is said. */
	private boolean isOf(PersonKeys keys, DeadLetterMapper.Row row, boolean ifClosed) {
		try {
			return keys.areNamedIn(this.letters.opened(row).xml());
		}
		catch (Unsealable ex) {
			return ifClosed;
		}
	}

	private Item item(DeadLetterMapper.Row row) {
		DeadLetter letter = this.letters.opened(row);
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", letter.appId());
		fields.put("收到时间", BEIJING.format(letter.receivedAt()));
		fields.put("类型", letter.kind());
		fields.put("原文", new String(letter.xml(), StandardCharsets.UTF_8));
		return new Item("您发来、我们没有处理成功的消息", fields);
	}

}
