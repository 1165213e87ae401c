package cn.mentougou.education.office.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.PersonId;

/**
 * What is held about people to let them in. A sign-in goes with its person; one that is
 * left over is removed (GB/T 22239-2019, 8.1.4.2 c).
 */
@Component
class SignInRegister implements PersonalDataHolder {

	private static final Retention.Rule HERE = new Retention.Rule("here", "在岗人员的用户名、密码摘要和动态码密钥", "身份鉴别所必需（网络安全等级保护）",
			null, "离开后按“离开人员”处理");

	private static final Retention.Rule LEFT = new Retention.Rule("left", "离开人员的登录账号", "及时删除多余的、过期的账户（网络安全等级保护）",
			Duration.ofDays(90), "删去");

	private static final String PASSWORDS = "former:";

	private final SignInMapper mapper;

	private final SecretMapper secrets;

	private final SignInSeal seal;

	private final People people;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SignInRegister(SignInMapper mapper, SecretMapper secrets, SignInSeal seal, People people,
			PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.secrets = secrets;
		this.seal = seal;
		this.people = people;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public String register() {
		return "office.signin";
	}

	@Override
	public String title() {
		return "登录账号";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(HERE, LEFT);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return rows(keys).stream().map(this.seal::open).map(SignInRegister::item).toList();
	}

	private static Item item(SignIn signIn) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("用户名", signIn.username());
		fields.put("状态", signIn.state().title());
		fields.put("密码设置时间", signIn.passwordSetAt().toString());
		fields.put("绑定手机", signIn.hasSecondFactor() ? "是" : "否");
		fields.put("最近登录", signIn.lastSignedInAt() != null ? signIn.lastSignedInAt().toString() : "从未");
		return new Item("登录账号", fields);
	}

	private List<SignInMapper.Row> rows(PersonKeys keys) {
		return keys.of(PersonKey.Staff.class)
			.stream()
			.map((staff) -> this.mapper.find(staff.person()))
			.flatMap(Optional::stream)
			.toList();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		List<SignInMapper.Row> rows = rows(keys);
		int here = (int) rows.stream().filter((row) -> isHere(row.person())).count();
		return kept(Erasure.of(rows.size() - here), here);
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		List<SignInMapper.Row> rows = rows(keys);
		int erased = rows.stream().filter((row) -> !isHere(row.person())).mapToInt((row) -> remove(row.person())).sum();
		return kept(Erasure.of(erased), rows.size() - erased);
	}

	private static Erasure kept(Erasure erasure, int here) {
		return erasure.keeping(here, "还在岗，办理离开以后才能删除");
	}

	private boolean isHere(PersonId person) {
		return this.people.find(person).filter(Person::isHere).isPresent();
	}

	private int remove(PersonId person) {
		this.secrets.removeCodes(person);
		this.secrets.removeFormerPasswords(person, Long.MAX_VALUE);
		return this.mapper.remove(person);
	}

	@Override
	public void retain(Retention run) {
		LocalDate day = LocalDate.ofInstant(run.before(LEFT), this.clock.getZone());
		List<SignInMapper.Row> rows = this.mapper.all(0);
		while (!rows.isEmpty()) {
			Map<PersonId, Person> known = this.people.byIds(rows.stream().map(SignInMapper.Row::person).toList());
			List<PersonId> over = known.values()
				.stream()
				.filter((person) -> person.leftOn() != null && person.leftOn().isBefore(day))
				.map(Person::id)
				.filter((person) -> !run.held().contains(new PersonKey.Staff(person)))
				.toList();
			run.erase(this.transaction, LEFT, () -> over.stream().mapToInt(this::remove).sum());
			rows = this.mapper.all(rows.get(rows.size() - 1).personId());
		}
	}

	/** First the sign-ins, then the former passwords. */
	@Override
	public String reseal(String after, Resealing resealing) {
		if (!after.startsWith(PASSWORDS)) {
			List<SignInMapper.Row> rows = this.mapper.all(after.isEmpty() ? 0 : Long.parseLong(after));
			rows.forEach((row) -> reseal(row, resealing));
			return rows.isEmpty() ? PASSWORDS + 0 : String.valueOf(rows.get(rows.size() - 1).personId());
		}
		List<SecretMapper.Former> rows = this.secrets
			.allFormerPasswords(Long.parseLong(after.substring(PASSWORDS.length())));
		rows.forEach((row) -> resealing.value(row.passwordHash(), SignInSeal.passwordPlace(row.personId()),
				(before, now) -> this.secrets.exchangeFormerPassword(row.id(), before, now)));
		return rows.isEmpty() ? "" : PASSWORDS + rows.get(rows.size() - 1).id();
	}

	private void reseal(SignInMapper.Row row, Resealing resealing) {
		long person = row.personId();
		resealing.value(row.username(), SignInSeal.usernamePlace(person),
				(before, now) -> this.mapper.exchangeUsername(person, before, now));
		resealing.value(row.passwordHash(), SignInSeal.passwordPlace(person),
				(before, now) -> this.mapper.exchangePassword(person, before, now));
		resealing.value(row.totpSecret(), SignInSeal.totpPlace(person),
				(before, now) -> this.mapper.exchangeTotp(person, before, now));
	}

}
