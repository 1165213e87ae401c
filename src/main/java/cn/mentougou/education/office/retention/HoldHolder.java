package cn.mentougou.education.office.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;

/** The holds themselves name people too. */
@Component
class HoldHolder implements PersonalDataHolder {

	private static final int PAGE = 100;

	private static final Retention.Rule LIFTED = new Retention.Rule("lifted", "已解除的保留", "说明当时为什么没有删除（民法典诉讼时效三年）",
			Duration.ofDays(3 * 366L), "删去");

	private final HoldMapper mapper;

	private final HoldSeal seal;

	private final TransactionTemplate transaction;

	HoldHolder(HoldMapper mapper, HoldSeal seal, TransactionTemplate transaction) {
		this.mapper = mapper;
		this.seal = seal;
		this.transaction = transaction;
	}

	@Override
	public String register() {
		return "retention.hold";
	}

	@Override
	public String title() {
		return "个人信息保留登记";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(LIFTED);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return holds((hold) -> isOf(hold, keys)).stream().map(HoldHolder::item).toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.of(holds((hold) -> isOf(hold, keys) && hold.liftedAt() != null).size());
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		int erased = 0;
		for (Hold hold : holds((hold) -> isOf(hold, keys))) {
			erased += this.mapper.forget(hold.id());
		}
		return Erasure.of(erased);
	}

	@Override
	public void retain(Retention run) {
		run.erase(this.transaction, LIFTED, () -> this.mapper.deleteLiftedBefore(run.before(LIFTED)));
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<HoldMapper.Row> rows = this.mapper.listAfter(after.isEmpty() ? 0 : Long.parseLong(after), PAGE);
		for (HoldMapper.Row row : rows) {
			resealing.value(row.person(), HoldSeal.place("person", row),
					(before, now) -> this.mapper.exchangePerson(row.id(), before, now));
			resealing.value(row.reason(), HoldSeal.place("reason", row),
					(before, now) -> this.mapper.exchangeReason(row.id(), before, now));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private List<Hold> holds(Predicate<Hold> wanted) {
		List<Hold> found = new ArrayList<>();
		List<HoldMapper.Row> page = this.mapper.listAfter(0, PAGE);
		while (!page.isEmpty()) {
			page.stream().map(this.seal::open).filter(wanted).forEach(found::add);
			page = this.mapper.listAfter(page.get(page.size() - 1).id(), PAGE);
		}
		return found;
	}

	private static boolean isOf(Hold hold, PersonKeys keys) {
		return hold.person().all().stream().anyMatch(keys::contains);
	}

	private static Item item(Hold hold) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("保留编号", String.valueOf(hold.id()));
		fields.put("原因", hold.reason());
		fields.put("状态", (hold.liftedAt() != null) ? "已解除" : "有效");
		return new Item("暂不删除您的个人信息的决定", fields);
	}

}
