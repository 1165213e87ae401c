/**
 * The sending part of the application as a process of its own, small enough to be killed
 * and started again every few seconds.
 */
@NullMarked
package cn.mentougou.kills.sending;

import org.jspecify.annotations.NullMarked;
