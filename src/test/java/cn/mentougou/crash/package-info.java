/**
 * The application's way from a message to its answer, stopped at every boundary to the
 * world: before and after each statement, each commit and each call outside. After the
 * stop nothing of that life reaches the world any more; a new life begins on the same
 * database, the simulated platform repeats, and its log tells what people saw.
 */
@NullMarked
package cn.mentougou.crash;

import org.jspecify.annotations.NullMarked;
