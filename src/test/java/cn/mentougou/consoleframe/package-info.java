/**
 * The frame of the console on a real server and in a real browser, around a desk of its
 * own; outside of the application's packages, so that the application does not find that
 * desk.
 */
@NullMarked
package cn.mentougou.consoleframe;

import org.jspecify.annotations.NullMarked;
