/**
 * The load: pushes sealed beforehand, sent over kept-alive connections by one thread, in
 * a closed loop or at times of their own (then late answers count from when they were
 * due), and every answer opened, proven and read when the clock has stopped.
 */
@NullMarked
package cn.mentougou.bench.load;

import org.jspecify.annotations.NullMarked;
