/**
 * Proof that the simulator is what it plays: the timing of pushes, and the unchanged SDK
 * as its customer.
 */
@NullMarked
package cn.mentougou.wechatsim.conformance;

import org.jspecify.annotations.NullMarked;
