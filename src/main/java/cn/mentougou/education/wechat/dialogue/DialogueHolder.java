package cn.mentougou.education.wechat.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerEvent;
import cn.mentougou.education.wechat.unanswered.Unanswered;

/**
 * Gives, erases and lets go what was said in conversations. That somebody asked and was
 * answered stays counted in {@code wechat.unanswered}, without the person.
 */
class DialogueHolder implements PersonalDataHolder {

	private static final int STEP = 100;

	private static final String OF_DIALOGUES = "d";

	private static final String OF_ENTRIES = "e";

	private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final DialogueMapper mapper;

	private final EntryMapper entries;

	private final DialogueSeal seal;

	private final Unanswered unanswered;

	private final WeChatAccounts accounts;

	private final TransactionTemplate transaction;

	private final Dialogues.Parts parts;

	private final Retention.Rule content;

	DialogueHolder(Dialogues.Parts parts, Unanswered unanswered, WeChatAccounts accounts, Duration keepFor,
			TransactionTemplate transaction) {
		this.parts = parts;
		this.mapper = parts.mapper();
		this.entries = parts.entries();
		this.seal = parts.seal();
		this.unanswered = unanswered;
		this.accounts = accounts;
		this.transaction = transaction;
		this.content = new Retention.Rule("content", "会话中的留言、答复和备注", "答复和核对答复所需（个人信息保护法第十九条）", keepFor,
				"删去，只留下不含个人信息的咨询计数");
	}

	@Override
	public String register() {
		return "wechat.dialogue";
	}

	@Override
	public String title() {
		return "与工作人员的微信会话";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(this.content);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return dialogues(keys).stream().flatMap((row) -> entriesOf(row).stream().map((one) -> item(row, one))).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of(dialogues(keys).stream().mapToInt((row) -> 1 + entriesOf(row).size()).sum());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		int erased = 0;
		for (DialogueMapper.Row row : dialogues(keys)) {
			erased += erase(row.id());
		}
		return Erasure.of(erased);
	}

	/** Whose data are erased after an unfollow, of them nothing stays here either. */
	@EventListener
	void on(FollowerEvent.Erased erased) {
		this.mapper.listOf(erased.id().value()).forEach(this::erase);
	}

	/** An open question of somebody who wants to be forgotten gets no answer. */
	private int erase(long id) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			if (this.mapper.findAndLock(id).isEmpty()) {
				return 0;
			}
			this.unanswered.setAside(id, new Unanswered.Settled(0, this.parts.clock().instant()));
			return this.entries.deleteOf(id) + this.mapper.delete(id);
		}));
	}

	@Override
	public void retain(Retention run) {
		Instant before = run.before(this.content);
		List<byte[]> held = this.seal.people(this.accounts, run.held());
		List<Long> heldIds = dialogues(run.held()).stream().map(DialogueMapper.Row::id).toList();
		int erased = STEP;
		while (erased == STEP) {
			erased = run.erase(this.transaction, this.content,
					() -> this.entries.deleteWrittenBefore(before, heldIds, STEP));
		}
		List<Long> over = this.mapper.listSpokeBefore(before, held, STEP);
		while (!over.isEmpty()) {
			over.forEach((id) -> run.erase(this.transaction, this.content, () -> erase(id)));
			over = this.mapper.listSpokeBefore(before, held, STEP);
		}
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		return after.startsWith(OF_ENTRIES) ? resealEntries(Long.parseLong(after.substring(1)), resealing)
				: resealDialogues(after.isEmpty() ? 0 : Long.parseLong(after.substring(1)), resealing);
	}

	private String resealDialogues(long after, Resealing resealing) {
		List<DialogueMapper.Row> rows = this.mapper.listAfter(after, List.of(), STEP);
		for (DialogueMapper.Row row : rows) {
			resealing.value(row.openId(), DialogueSeal.openIdPlace(row.person()),
					(before, now) -> this.mapper.exchangeOpenId(row.id(), before, now));
		}
		return rows.isEmpty() ? OF_ENTRIES + 0 : OF_DIALOGUES + rows.get(rows.size() - 1).id();
	}

	private String resealEntries(long after, Resealing resealing) {
		List<EntryMapper.Row> rows = this.entries.listAfter(after, null, STEP);
		for (EntryMapper.Row row : rows) {
			resealing.value(row.words(), DialogueSeal.wordsPlace(row.entryKey()),
					(before, now) -> this.entries.exchangeWords(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : OF_ENTRIES + rows.get(rows.size() - 1).id();
	}

	private List<DialogueMapper.Row> dialogues(PersonKeys keys) {
		List<byte[]> people = this.seal.people(this.accounts, keys);
		return people.isEmpty() ? List.of() : this.mapper.listAfter(0, people, people.size());
	}

	private List<EntryMapper.Row> entriesOf(DialogueMapper.Row dialogue) {
		List<EntryMapper.Row> all = new ArrayList<>();
		List<EntryMapper.Row> page = this.entries.listAfter(0, dialogue.id(), STEP);
		while (!page.isEmpty()) {
			all.addAll(page);
			page = this.entries.listAfter(page.get(page.size() - 1).id(), dialogue.id(), STEP);
		}
		return all;
	}

	private Item item(DialogueMapper.Row dialogue, EntryMapper.Row row) {
		DialogueEntry entry = this.seal.open(row);
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("公众号", dialogue.appId());
		fields.put("会话", this.seal.open(dialogue).number());
		fields.put("时间", BEIJING.format(entry.writtenAt()));
		fields.put("类型", entry.kind());
		fields.put("内容", words(entry.words()));
		String title = switch (entry.side()) {
			case PERSON -> "您的留言";
			case STAFF -> "工作人员的答复";
			case NOTE -> "工作人员的备注";
		};
		return new Item(title, fields);
	}

	private static String words(@Nullable String words) {
		return (words != null) ? words : "（没有文字）";
	}

}
