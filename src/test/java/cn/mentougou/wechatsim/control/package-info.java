/**
 * The tester's side: the control interface under {@code /sim}, the live stream of events,
 * and the files of the phone page. It listens on the loopback address only and has
 * nothing of the platform's own interface.
 */
@NullMarked
package cn.mentougou.wechatsim.control;

import org.jspecify.annotations.NullMarked;
