/**
 * A line between two programs that a test can spoil: a TCP proxy that is late, cuts,
 * resets, swallows, drips or is not there. It knows nothing of what goes over it.
 */
@NullMarked
package cn.mentougou.faultproxy;

import org.jspecify.annotations.NullMarked;
