package cn.mentougou.education.office.retention;

import java.time.Instant;

/**
 * That something was erased; it holds no personal data.
 *
 * @param id its number
 * @param register from which register
 * @param rule under which of its rules, or {@link #REQUEST}
 * @param startedAt when the run began
 * @param endedAt when it erased last
 * @param erasedRows how many rows
 * @param keptRows how many rows a request had to leave
 * @param keptBecause why they may stay, in Chinese
 */
public record DeletionRecord(long id, String register, String rule, Instant startedAt, Instant endedAt, long erasedRows,
		long keptRows, String keptBecause) {

	/** In place of a rule: somebody asked for it. */
	public static final String REQUEST = "request";

}
