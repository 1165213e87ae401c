/**
 * Handlers with effects for the packaged jar, which has none of its own yet. Its classes
 * alone are put beside the jar on the class path of the process; the jar stays as Maven
 * built it.
 */
@NullMarked
package cn.mentougou.delivery.effects;

import org.jspecify.annotations.NullMarked;
