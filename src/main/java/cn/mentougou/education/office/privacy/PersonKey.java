package cn.mentougou.education.office.privacy;

import cn.mentougou.education.shared.PersonId;

/**
 * One way in which registers name a person. Its text is masked, so that it may stand in a
 * log or a message; whether two keys name the same person is known by the registers.
 */
public sealed interface PersonKey {

	/** The key as it is written, for comparison and for the person's own file. */
	String value();

	/** The person of the staff with this number. */
	record Staff(PersonId person) implements PersonKey {

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
		public String toString() {
			return "电话 " + Mask.phone(this.value);
		}

	}

	/** Whose resident identity number (公民身份号码) this is. */
	record ResidentNumber(String value) implements PersonKey {

		@Override
		public String toString() {
			return "身份证号 " + Mask.residentNumber(this.value);
		}

	}

}
