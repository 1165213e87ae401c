package cn.mentougou.education.wechat.mark;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;

/** What the staff noted about followers; it goes with the follower. */
class MarkHolder implements PersonalDataHolder {

	private static final int STEP = 100;

	private static final String OF_NOTES = "note:";

	private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final Retention.Rule RULE = new Retention.Rule("with-follower", "工作人员写的备注、待办的备注名",
			"向关注者提供服务所必需（个人信息保护法第十三条）", null, "随关注者一起删去");

	private final MarkMapper orders;

	private final NoteMapper notes;

	private final MarkSeal seal;

	private final Followers followers;

	private final WeChatAccounts accounts;

	MarkHolder(Marks.Parts parts, NoteMapper notes) {
		this.orders = parts.mapper();
		this.notes = notes;
		this.seal = parts.seal();
		this.followers = parts.followers();
		this.accounts = parts.accounts();
	}

	@Override
	public String register() {
		return "wechat.mark";
	}

	@Override
	public String title() {
		return "关注者备注";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(RULE);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		List<Item> items = new ArrayList<>();
		for (long id : ids(keys)) {
			this.notes.of(id).forEach((row) -> {
				Map<String, String> fields = new LinkedHashMap<>();
				fields.put("时间", BEIJING.format(row.writtenAt()));
				fields.put("内容", this.seal.note(row.noteKey(), row.content()));
				items.add(0, new Item("工作人员关于您的备注", fields));
			});
			this.orders.of(id)
				.stream()
				.filter((row) -> row.remark() != null)
				.forEach((row) -> items.add(new Item("将要使用的备注名", Map.of("备注名", this.seal.remark(id, row.remark())))));
		}
		return items;
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure
			.of(ids(keys).stream().mapToInt((id) -> this.notes.of(id).size() + this.orders.of(id).size()).sum());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		return Erasure.of(ids(keys).stream().mapToInt((id) -> this.notes.forget(id) + this.orders.forget(id)).sum());
	}

	@Override
	public void retain(Retention run) {
		// With the follower, in the same transaction.
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		if (after.startsWith(OF_NOTES)) {
			return resealNotes(Long.parseLong(after.substring(OF_NOTES.length())), resealing);
		}
		List<MarkMapper.Row> rows = this.orders.after(after.isEmpty() ? 0 : Long.parseLong(after), STEP);
		for (MarkMapper.Row row : rows) {
			resealing.value(row.remark(), MarkSeal.remarkPlace(row.followerId()),
					(before, now) -> this.orders.exchangeRemark(row.id(), before, now));
		}
		return rows.isEmpty() ? OF_NOTES + "0" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private String resealNotes(long after, Resealing resealing) {
		List<NoteMapper.Row> rows = this.notes.after(after, STEP);
		for (NoteMapper.Row row : rows) {
			resealing.value(row.content(), MarkSeal.notePlace(row.noteKey()),
					(before, now) -> this.notes.exchange(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : OF_NOTES + rows.get(rows.size() - 1).id();
	}

	private List<Long> ids(PersonKeys keys) {
		return this.followers.named(this.accounts, keys).stream().map(FollowerId::value).toList();
	}

}
