/**
 * The delivered system in adversity: two packaged jars behind nginx on engines of their
 * own, people who write without pause, and processes that die in the middle. What people
 * saw on the simulated phones is compared with what the system did.
 */
@NullMarked
package cn.mentougou.kills;

import org.jspecify.annotations.NullMarked;
