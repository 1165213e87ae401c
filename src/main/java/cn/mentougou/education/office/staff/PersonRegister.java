package cn.mentougou.education.office.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/**
 * What is held about the people of the staff: name, phone, unit, roles. Whoever is here
 * is not erased; of whoever left the number stays, for the audit, and nothing else.
 */
@Component
class PersonRegister implements PersonalDataHolder {

	private static final int STEP = 100;

	private static final byte[] NOBODY = new byte[32];

	private static final Retention.Rule LEFT = new Retention.Rule("left", "离开人员的姓名和电话",
			"审计记录保存三年，其间要能查到经办人（网络安全法关于日志留存的规定）", Duration.ofDays(3 * 365), "删去姓名和电话，只留编号");

	private static final Retention.Rule HERE = new Retention.Rule("here", "在岗人员的姓名、电话、单位和职责", "履行人事管理和工作职责所必需", null,
			"离开后按“离开人员”处理");

	private final PersonMapper mapper;

	private final AppointmentMapper appointments;

	private final PersonSeal seal;

	private final Units units;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PersonRegister(PersonMapper mapper, AppointmentMapper appointments, PersonSeal seal, Units units,
			PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.appointments = appointments;
		this.seal = seal;
		this.units = units;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public String register() {
		return "staff.people";
	}

	@Override
	public String title() {
		return "人员登记";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(HERE, LEFT);
	}

	@Override
	public Set<PersonKey> related(PersonKeys keys) {
		Set<PersonKey> related = new HashSet<>();
		for (PersonMapper.Row row : rowsOf(keys)) {
			related.add(new PersonKey.Staff(new PersonId(row.id())));
			String phone = this.seal.phone(row);
			if (phone != null && this.mapper.withPhone(this.seal.phoneIndex(phone)).size() == 1) {
				related.add(new PersonKey.Phone(phone));
			}
		}
		related.removeAll(keys.all());
		return related;
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		List<Item> items = new ArrayList<>();
		for (PersonMapper.Row row : rowsOf(keys)) {
			Map<String, String> fields = new LinkedHashMap<>();
			fields.put("编号", String.valueOf(row.id()));
			fields.put("姓名", this.seal.name(row));
			fields.put("电话", String.valueOf(this.seal.phone(row)));
			fields.put("单位", unit(row.unitId()));
			fields.put("登记日期", row.joinedOn().toString());
			fields.put("离开日期", String.valueOf(row.leftOn()));
			fields.values().removeIf("null"::equals);
			items.add(new Item("人员登记", fields));
			this.appointments.historyOf(new PersonId(row.id()))
				.forEach((held) -> items.add(new Item("职责", Map.of("职责", held.role().title(), "单位", unit(held.unitId()),
						"开始日期", held.fromOn().toString()))));
		}
		return items;
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		List<PersonMapper.Row> rows = rowsOf(keys);
		int left = (int) rows.stream().filter((row) -> row.leftOn() != null && row.name().length > 0).count();
		return erasure(left, rows);
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		List<PersonMapper.Row> rows = rowsOf(keys);
		int erased = rows.stream().mapToInt((row) -> this.mapper.erase(new PersonId(row.id()), NOBODY)).sum();
		return erasure(erased, rows);
	}

	private static Erasure erasure(int left, List<PersonMapper.Row> rows) {
		int here = (int) rows.stream().filter((row) -> row.leftOn() == null).count();
		return Erasure.of(left).keeping(here, "还在岗，办理离开以后才能删除");
	}

	@Override
	public void retain(Retention run) {
		LocalDate day = LocalDate.ofInstant(run.before(LEFT), this.clock.getZone());
		long after = 0;
		List<PersonMapper.Row> rows = this.mapper.leftBefore(day, after, STEP);
		while (!rows.isEmpty()) {
			List<PersonId> free = rows.stream()
				.map((row) -> new PersonId(row.id()))
				.filter((id) -> !run.held().contains(new PersonKey.Staff(id)))
				.toList();
			run.erase(this.transaction, LEFT,
					() -> free.stream().mapToInt((id) -> this.mapper.erase(id, NOBODY)).sum());
			after = rows.get(rows.size() - 1).id();
			rows = this.mapper.leftBefore(day, after, STEP);
		}
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<PersonMapper.Row> rows = this.mapper.after(after.isEmpty() ? 0 : Long.parseLong(after), STEP);
		for (PersonMapper.Row row : rows) {
			if (row.name().length > 0) {
				resealing.value(row.name(), PersonSeal.place("name", row.id()),
						(old, fresh) -> this.mapper.exchangeName(row.id(), old, fresh));
			}
			resealing.value(row.phone(), PersonSeal.place("phone", row.id()),
					(old, fresh) -> this.mapper.exchangePhone(row.id(), old, fresh));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	/** A phone that two people share names neither. */
	private List<PersonMapper.Row> rowsOf(PersonKeys keys) {
		Set<Long> ids = new TreeSet<>();
		keys.of(PersonKey.Staff.class).forEach((staff) -> ids.add(staff.person().value()));
		for (PersonKey.Phone phone : keys.of(PersonKey.Phone.class)) {
			List<PersonMapper.Row> found = this.mapper.withPhone(this.seal.phoneIndex(phone.value()));
			if (found.size() == 1) {
				ids.add(found.get(0).id());
			}
		}
		return ids.isEmpty() ? List.of() : this.mapper.byIds(ids.stream().map(PersonId::new).toList());
	}

	private String unit(long id) {
		return this.units.find(new UnitId(id)).map(Unit::name).orElse("");
	}

}
