package cn.mentougou.education.office.retention;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;

/** All registers that hold personal data. */
@Component
public class Registers {

	/** No chain of keys is longer: staff, phone, openid, and a few to spare. */
	private static final int LONGEST_CHAIN = 8;

	private final ObjectProvider<PersonalDataHolder> holders;

	Registers(ObjectProvider<PersonalDataHolder> holders) {
		this.holders = holders;
	}

	/** All of them, by their codes. */
	public List<PersonalDataHolder> all() {
		return this.holders.stream().sorted((one, other) -> one.register().compareTo(other.register())).toList();
	}

	/** The register with this code. */
	public Optional<PersonalDataHolder> find(String code) {
		return all().stream().filter((holder) -> holder.register().equals(code)).findFirst();
	}

	/** These keys and all that the registers know of the same person. */
	public PersonKeys followed(PersonKeys keys) {
		PersonKeys known = keys;
		for (int i = 0; i < LONGEST_CHAIN; i++) {
			Set<PersonKey> more = new HashSet<>();
			for (PersonalDataHolder holder : all()) {
				more.addAll(holder.related(known));
			}
			if (known.all().containsAll(more)) {
				return known;
			}
			known = known.with(more);
		}
		return known;
	}

}
