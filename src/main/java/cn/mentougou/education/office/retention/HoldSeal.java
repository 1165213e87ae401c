package cn.mentougou.education.office.retention;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.PersonId;

/**
 * Seals whom a hold is about and why. The number of a hold is known only after it was
 * inserted, so the place is who placed it at which millisecond.
 */
@Component
class HoldSeal {

	private final Vault vault;

	HoldSeal(Vault vault) {
		this.vault = vault;
	}

	Hold open(HoldMapper.Row row) {
		byte[] person = row.person();
		byte[] reason = row.reason();
		return new Hold(row.id(), row.register(),
				(person != null) ? read(this.vault.open(person, place("person", row))) : PersonKeys.NONE,
				(reason != null) ? this.vault.open(reason, place("reason", row)) : "", new PersonId(row.placedBy()),
				row.placedAt(), row.liftedAt());
	}

	/** The row of a hold that is not inserted yet. */
	HoldMapper.Row seal(Hold hold) {
		HoldMapper.Row row = new HoldMapper.Row(0, hold.register(), null, null, hold.placedBy().value(),
				hold.placedAt(), null);
		byte @Nullable [] person = hold.person().isEmpty() ? null
				: this.vault.seal(written(hold.person()), place("person", row));
		return new HoldMapper.Row(0, row.register(), person, this.vault.seal(hold.reason(), place("reason", row)),
				row.placedBy(), row.placedAt(), null);
	}

	static String place(String column, HoldMapper.Row row) {
		return "data_hold." + column + ":" + row.placedBy() + ":" + row.placedAt().toEpochMilli();
	}

	private static String written(PersonKeys keys) {
		return keys.all()
			.stream()
			.map((key) -> key.kind() + ":" + key.value())
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	private static PersonKeys read(String lines) {
		return PersonKeys.of(Arrays.stream(lines.split("\n")).map(PersonKey::parse).toArray(PersonKey[]::new));
	}

}
