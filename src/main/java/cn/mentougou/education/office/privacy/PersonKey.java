package cn.mentougou.education.office.privacy;

import java.util.Locale;

import cn.mentougou.education.shared.PersonId;

/**
 * One way in which registers name a person. Its text is masked, so that it may stand in a
 * log or a message; whether two keys name the same person is known by the registers.
 */
public sealed interface PersonKey {

	/** The key as it is written, for comparison and for the person's own file. */
	String value();

	/**
	 * Reads a key as people write it, such as {@code phone:138…}.
	 * @throws IllegalArgumentException if it is none; the message does not quote it
	 */
	static PersonKey parse(String written) {
		int colon = written.indexOf(':');
		String value = written.substring(colon + 1).strip();
		if (colon < 1 || value.isEmpty()) {
			throw new IllegalArgumentException("no key of a person");
		}
		return switch (written.substring(0, colon).strip()) {
			case "staff" -> new Staff(new PersonId(Long.parseLong(value)));
			case "openid" -> new OpenId(value);
			case "phone" -> new Phone(value.replaceAll("[^0-9]", "").replaceFirst("^86(?=1\\d{10}$)", ""));
			case "id" -> new ResidentNumber(value.toUpperCase(Locale.ROOT));
			default -> throw new IllegalArgumentException("no key of a person");
		};
	}

	/** What sort of key it is, as it is written before the colon. */
	String kind();

	/** The person of the staff with this number. */
	record Staff(PersonId person) implements PersonKey {

		@Override
		public String kind() {
			return "staff";
		}

		@Override
		public String value() {
			return String.valueOf(this.person.value());
		}

		@Override
		public String toString() {
			return "教职工编号 " + this.person.value();
		}

	}

	/** Whom an official account knows under this openid. */
	record OpenId(String value) implements PersonKey {

		@Override
		public String kind() {
			return "openid";
		}

		/** Refuses an empty one, which would name everybody. */
		public OpenId {
			if (value.isBlank()) {
				throw new IllegalArgumentException("an openid has characters");
			}
		}

		@Override
		public String toString() {
			return "openid " + Mask.code(this.value);
		}

	}

	/** Whose telephone this is; digits alone. */
	record Phone(String value) implements PersonKey {

		@Override
		public String kind() {
			return "phone";
		}

		@Override
		public String toString() {
			return "电话 " + Mask.phone(this.value);
		}

	}

	/** Whose resident identity number (公民身份号码) this is. */
	record ResidentNumber(String value) implements PersonKey {

		@Override
		public String kind() {
			return "id";
		}

		@Override
		public String toString() {
			return "身份证号 " + Mask.residentNumber(this.value);
		}

	}

}
