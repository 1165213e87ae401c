package cn.mentougou.education.wechat.dialoguedesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dialogue.Dialogue;
import cn.mentougou.education.wechat.dialogue.DialogueEntry;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Outcome;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Side;
import cn.mentougou.education.wechat.dialogue.Dialogues;
import cn.mentougou.education.wechat.dialogue.ReplyTime;

/** Says in Chinese what stands in conversations. */
@Component
class DialogueViews {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final Map<String, String> KINDS = Map.of("text", "", "image", "图片", "voice", "语音", "video", "视频",
			"shortvideo", "小视频", "location", "位置", "link", "链接");

	private final WeChatAccounts accounts;

	private final People people;

	private final Clock clock;

	DialogueViews(WeChatAccounts accounts, People people, Clock clock) {
		this.accounts = accounts;
		this.people = people;
		this.clock = clock;
	}

	/** The accounts by their AppIDs. */
	Map<String, String> accounts() {
		Map<String, String> names = new LinkedHashMap<>();
		this.accounts.all().forEach((account) -> names.put(account.appId(), nameOf(account)));
		return names;
	}

	private String nameOf(WeChatAccount account) {
		long alike = this.accounts.all().stream().filter((other) -> other.kind() == account.kind()).count();
		return account.kind().label() + ((alike > 1) ? "（" + account.appId() + "）" : "");
	}

	List<DialogueLine> lines(List<Dialogues.Listed> listed) {
		Map<PersonId, String> names = names(listed.stream().map((one) -> one.dialogue().assignee()).toList());
		return listed.stream().map((one) -> line(one.dialogue(), one.time(), names)).toList();
	}

	DialogueLine line(Dialogue dialogue, ReplyTime time) {
		return line(dialogue, time, names(Collections.singletonList(dialogue.assignee())));
	}

	private DialogueLine line(Dialogue dialogue, ReplyTime time, Map<PersonId, String> names) {
		Instant now = this.clock.instant();
		PersonId owner = dialogue.assignee();
		return new DialogueLine(dialogue.id().value(), dialogue.number(),
				accounts().getOrDefault(dialogue.appId(), dialogue.appId()), dialogue.maskedPerson(),
				state(dialogue, now), dialogue.state() == Dialogue.State.WAITING, dialogue.undecided(),
				(owner != null) ? names.getOrDefault(owner, "已离岗的人员") : "", TIME.format(dialogue.spokeAt()),
				timeInWords(time, now), timeInShort(time, now), time.isOpen(), time.closesSoon(now));
	}

	List<EntryView> entries(List<DialogueEntry> entries, String masked) {
		Map<PersonId, String> names = names(entries.stream().map(DialogueEntry::writtenBy).toList());
		return entries.stream().map((entry) -> view(entry, masked, names)).toList();
	}

	/** A moment as people here read it. */
	static String time(Instant at) {
		return TIME.format(at);
	}

	/** How long, in the largest unit that fits. */
	static String lasting(Duration duration) {
		if (duration.toDays() > 0) {
			return duration.toDays() + " 天";
		}
		return (duration.toHours() > 0) ? duration.toHours() + " 小时" : Math.max(0, duration.toMinutes()) + " 分钟";
	}

	private static String state(Dialogue dialogue, Instant now) {
		Instant since = dialogue.waitingSince();
		return (since != null) ? "已等 " + lasting(Duration.between(since, now)) : dialogue.state().title();
	}

	private static String timeInWords(ReplyTime time, Instant now) {
		Instant closesAt = time.closesAt();
		if (!time.isOpen() || closesAt == null) {
			return String.valueOf(time.why());
		}
		return "还可答复 " + time.remaining() + " 条，剩 " + time.left(now) + "（至 " + TIME.format(closesAt) + "）";
	}

	private static String timeInShort(ReplyTime time, Instant now) {
		return time.isOpen() ? "剩 " + time.left(now) + "，" + time.remaining() + " 条" : "要等对方再留言";
	}

	private static EntryView view(DialogueEntry entry, String masked, Map<PersonId, String> names) {
		Outcome outcome = entry.outcome();
		PersonId by = entry.writtenBy();
		String staff = (by != null) ? names.getOrDefault(by, "工作人员") : "";
		String who = switch (entry.side()) {
			case PERSON -> masked;
			case STAFF -> staff;
			case NOTE -> staff + " 的内部备注（对方看不到）";
		};
		return new EntryView(entry.id(), entry.side().name().toLowerCase(Locale.ROOT), who,
				TIME.format(entry.writtenAt()), kindOf(entry), entry.words(), outcomeOf(entry),
				outcome == Outcome.REFUSED || outcome == Outcome.UNKNOWN || outcome == Outcome.GIVEN_UP,
				outcome != null && outcome.isUndecided());
	}

	private static String kindOf(DialogueEntry entry) {
		return (entry.side() == Side.PERSON) ? KINDS.getOrDefault(entry.kind(), "其他类型的消息") : "";
	}

	private static String outcomeOf(DialogueEntry entry) {
		Outcome outcome = entry.outcome();
		if (outcome == null) {
			return "";
		}
		String reason = entry.why();
		return outcome.title() + ((reason != null && outcome != Outcome.SENT) ? "：" + reason : "");
	}

	private Map<PersonId, String> names(Collection<@Nullable PersonId> ids) {
		return this.people.byIds(ids.stream().filter(Objects::nonNull).map(Objects::requireNonNull).distinct().toList())
			.values()
			.stream()
			.collect(Collectors.toMap(Person::id, Person::name));
	}

}
