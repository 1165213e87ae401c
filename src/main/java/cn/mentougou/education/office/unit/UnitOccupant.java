package cn.mentougou.education.office.unit;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/** A desk that keeps something in units and has a say before one is closed. */
public interface UnitOccupant {

	/**
	 * Agrees to the closing, inside its transaction, while nothing can be added to the
	 * unit. It reads with a lock, since what was read before may be old.
	 * @throws Refusal.Conflict if the unit is still needed
	 */
	void agreeToClosing(UnitId unit);

}
