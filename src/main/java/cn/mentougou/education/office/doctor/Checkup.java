package cn.mentougou.education.office.doctor;

/**
 * Looks at one thing that the application needs. It is asked while nothing else runs and
 * anything may be down or misconfigured, so it fetches what it needs only in
 * {@link #check()}; an exception there becomes a finding.
 */
public interface Checkup {

	/** What is looked at, in a few Chinese characters. */
	String name();

	/** Looks, changes nothing that matters, and says what it found. */
	Finding check();

}
