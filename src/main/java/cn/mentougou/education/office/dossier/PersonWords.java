package cn.mentougou.education.office.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;

/** How the operator names a person after a command. */
final class PersonWords {

	/** What help says. */
	static final String WRITTEN = "phone:手机号 或 openid:… 或 staff:编号 或 id:身份证号";

	private PersonWords() {
	}

	/** Whether the word is meant as a key of a person. */
	static boolean isKey(String word) {
		return word.matches("(phone|openid|staff|id):.*");
	}

	/** The keys among the words; empty if there is none, or one cannot be read. */
	static Optional<PersonKeys> keys(List<String> words) {
		Set<PersonKey> keys = new LinkedHashSet<>();
		try {
			words.stream().filter(PersonWords::isKey).map(PersonKey::parse).forEach(keys::add);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		return keys.isEmpty() ? Optional.empty() : Optional.of(new PersonKeys(keys));
	}

}
