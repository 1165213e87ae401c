/**
 * Faults that tests and the phone page order: which calls or pushes they strike, how
 * often, and what they do.
 */
@NullMarked
package cn.mentougou.wechatsim.fault;

import org.jspecify.annotations.NullMarked;
