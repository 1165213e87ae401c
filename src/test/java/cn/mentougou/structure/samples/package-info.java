/**
 * Each class here breaks one rule of the house, to prove that the rule would notice.
 */
@NullMarked
package cn.mentougou.structure.samples;

import org.jspecify.annotations.NullMarked;
