package cn.mentougou.education.office.audit;

import java.time.Instant;

/**
 * One link of the chain.
 *
 * @param position its place, counted from 1 without a gap
 * @param entryId the entry it seals
 * @param sealedAt when
 * @param hash what {@link Chain} made of the hash before and the entry
 */
record Seal(long position, long entryId, Instant sealedAt, byte[] hash) {

	/** The link that seals this entry behind that one. */
	static Seal behind(long position, byte[] previous, Instant sealedAt, RecordedAct act) {
		return new Seal(position, act.id(), sealedAt, Chain.hash(previous, position, sealedAt, act));
	}

}
