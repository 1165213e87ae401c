/**
 * The platform's HTTP interface as its customers call it: the order of checks, tokens,
 * counters, faults and the log. What the single endpoints do is written elsewhere and
 * handed in, so that the platform grows without this package.
 */
@NullMarked
package cn.mentougou.wechatsim.platform;

import org.jspecify.annotations.NullMarked;
