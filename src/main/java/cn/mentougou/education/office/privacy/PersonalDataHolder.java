package cn.mentougou.education.office.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A register that holds data of people: it can give a person everything it holds about
 * them, erase it, seal it again and let it go when its time is over (个人信息保护法 Art. 44, 45,
 * 47, 51). Each owner of personal data declares one as a bean. All calls but
 * {@link #export} may run while the application works, and again after a crash.
 */
public interface PersonalDataHolder extends SealedRegister {

	/** How long what is kept, and why. */
	List<Retention.Rule> rules();

	/**
	 * Further keys of the same person that this register knows for certain, such as the
	 * openid bound to a telephone. A telephone that two people share names neither.
	 */
	default Set<PersonKey> related(PersonKeys keys) {
		return Set.of();
	}

	/** Everything held about this person and nothing about others, oldest first. */
	List<Item> export(PersonKeys keys);

	/** What {@link #erase} would do now. */
	Erasure erasable(PersonKeys keys);

	/**
	 * Erases what is held about this person, so that neither the keys find anything nor a
	 * sealed value of the person stays, except what the answer declares. Doing it again
	 * finds nothing more.
	 */
	Erasure erase(PersonKeys keys);

	/** Lets go what is over its time, in small steps, and tells each of them. */
	void retain(Retention run);

	/**
	 * One thing held about a person.
	 *
	 * @param title what it is, in Chinese
	 * @param fields what is held, by its Chinese name, in the order of reading
	 */
	record Item(String title, Map<String, String> fields) {

		/** Keeps it out of every log. */
		@Override
		public String toString() {
			return "Item[" + this.title + "]";
		}

	}

}
