package cn.mentougou.education.office.staff;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.Desks;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class PersonRegisterTests {

	private static final Actor SYSTEM = Actor.system("test");

	@Autowired
	private PersonRegister register;

	@Autowired
	private People people;

	@Autowired
	private District district;

	@Autowired
	private Vault vault;

	@Autowired
	private PersonMapper mapper;

	private UnitId commission;

	private PersonId person;

	private PersonKeys keys;

	@BeforeEach
	void person() {
		this.commission = this.district.commission();
		this.person = this.people.add(SYSTEM, new PersonDetails("欧阳春晓", "13812345678", this.commission));
		this.district.give(this.person, Role.EDITOR, this.commission);
		this.keys = PersonKeys.of(new PersonKey.Staff(this.person));
	}

	@Test
	void personGetsEverythingHeldAboutThem() {
		assertThat(this.register.export(this.keys)).extracting(PersonalDataHolder.Item::title)
			.containsExactly("人员登记", "职责");
		assertThat(this.register.export(PersonKeys.of(new PersonKey.Phone("13812345678"))).get(0).fields())
			.containsEntry("姓名", "欧阳春晓")
			.containsEntry("电话", "13812345678")
			.doesNotContainKey("离开日期");
		assertThat(this.register.related(this.keys)).containsExactly(new PersonKey.Phone("13812345678"));
		assertThat(this.register.export(PersonKeys.NONE)).isEmpty();
	}

	@Test
	void phoneThatTwoShareNamesNeither() {
		this.people.add(SYSTEM, new PersonDetails("赵一", "13812345678", this.commission));
		assertThat(this.register.export(PersonKeys.of(new PersonKey.Phone("13812345678")))).isEmpty();
		assertThat(this.register.related(this.keys)).isEmpty();
	}

	@Test
	void whoIsHereIsNotErased() {
		assertThat(this.register.erasable(this.keys)).isEqualTo(this.register.erase(this.keys));
		assertThat(this.register.erase(this.keys)).satisfies((erasure) -> {
			assertThat(erasure.rows()).isZero();
			assertThat(erasure.kept()).singleElement();
		});
		assertThat(this.people.named("欧阳春晓")).hasSize(1);
	}

	@Test
	void ofWhoLeftAndWasErasedOnlyTheNumberStays() {
		this.people.leave(SYSTEM, this.person);
		assertThat(this.register.erasable(this.keys)).isEqualTo(Erasure.of(1));
		assertThat(this.register.erase(this.keys)).isEqualTo(Erasure.of(1));
		assertThat(this.register.erase(this.keys)).isEqualTo(Erasure.NOTHING);
		assertThat(this.people.named("欧阳春晓")).isEmpty();
		assertThat(this.people.withPhone("13812345678")).isEmpty();
		assertThat(this.people.namesOf(List.of(this.person.value()))).isEmpty();
		assertThat(this.people.find(this.person)).get().extracting(Person::name).isEqualTo("");
	}

	@Test
	void nameAndPhoneGoThreeYearsAfterThePersonUnlessHeld() {
		this.people.leave(SYSTEM, this.person);
		Map<String, Integer> erased = new HashMap<>();
		Duration threeYears = Duration.ofDays(3 * 365);
		this.register.retain(new Retention(Desks.MORNING.plus(threeYears), PersonKeys.NONE, erased::put));
		this.register
			.retain(new Retention(Desks.MORNING.plus(threeYears).plus(Duration.ofDays(1)), this.keys, erased::put));
		assertThat(erased).isEmpty();
		this.register.retain(
				new Retention(Desks.MORNING.plus(threeYears).plus(Duration.ofDays(1)), PersonKeys.NONE, erased::put));
		assertThat(erased).containsExactly(Map.entry("left", 1));
	}

	@Test
	void valuesAreSealedAgainUnderTheFirstKey() {
		Resealing resealing = new Resealing(this.vault);
		String last = this.register.reseal("", resealing);
		assertThat(resealing.seen()).isEqualTo(2);
		assertThat(this.register.reseal(last, resealing)).isEmpty();
	}

	@Test
	void sealedValueIsExchangedOnlyWhereTheOldOneStillStands() {
		PersonMapper.Row row = this.mapper.find(this.person).orElseThrow();
		byte[] name = this.vault.seal("赵一", PersonSeal.place("name", row.id()));
		byte[] phone = this.vault.seal("13900000000", PersonSeal.place("phone", row.id()));
		assertThat(this.mapper.exchangeName(row.id(), row.name(), name)).isEqualTo(1);
		assertThat(this.mapper.exchangeName(row.id(), row.name(), name)).isZero();
		assertThat(this.mapper.exchangePhone(row.id(), Objects.requireNonNull(row.phone()), phone)).isEqualTo(1);
		assertThat(this.people.find(this.person)).get().satisfies((found) -> {
			assertThat(found.name()).isEqualTo("赵一");
			assertThat(found.maskedPhone()).isEqualTo("139****0000");
		});
	}

}
