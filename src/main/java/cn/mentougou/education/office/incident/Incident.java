package cn.mentougou.education.office.incident;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened with personal data.
 *
 * @param id its number
 * @param account what is known and what was done
 * @param recordedAt when it was entered
 * @param closedAt when the work on it ended, or null
 * @param version raised with every change
 */
record Incident(long id, Account account, Instant recordedAt, @Nullable Instant closedAt, long version) {

	/** Whether somebody must still be told: the authority, or the people. */
	boolean isUntold() {
		return this.account.authorityToldAt() == null
				|| (this.account.peopleToldAt() == null && this.account.peopleNotToldBecause().isEmpty());
	}

	/** The time since it was known. */
	Duration knownFor(Instant now) {
		return Duration.between(this.account.knownAt(), now);
	}

	@Override
	public String toString() {
		return "Incident[" + this.id + "]";
	}

	/**
	 * What is known and what was done.
	 *
	 * @param happenedAt when it happened
	 * @param knownAt when the office knew
	 * @param what what happened
	 * @param categories which data
	 * @param people how many people, as far as known
	 * @param aboutMinors whether children are among them
	 * @param measures what was done against it
	 * @param authority which authority was told
	 * @param authorityToldAt when, or null
	 * @param peopleToldHow how the people were told
	 * @param peopleToldAt when, or null
	 * @param peopleNotToldBecause why they need not be told (Art. 57: measures that
	 * effectively avoid harm), or empty
	 */
	record Account(Instant happenedAt, Instant knownAt, String what, String categories, long people,
			boolean aboutMinors, String measures, String authority, @Nullable Instant authorityToldAt,
			String peopleToldHow, @Nullable Instant peopleToldAt, String peopleNotToldBecause) {

		@Override
		public String toString() {
			return "Account[" + this.knownAt + "]";
		}

	}

}
