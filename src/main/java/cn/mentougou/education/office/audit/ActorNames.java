package cn.mentougou.education.office.audit;

import java.util.Collection;
import java.util.Map;

/**
 * Knows the people whose numbers stand in the audit: implemented where people are kept,
 * above the audit. A person who was erased has no name any more.
 */
public interface ActorNames {

	/** The names of those that still have one. */
	Map<Long, String> namesOf(Collection<Long> personIds);

}
