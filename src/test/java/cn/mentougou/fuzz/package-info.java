/**
 * Fuzzing: hostile input for every parser. A short run with the committed seeds and a
 * small mutator of our own is part of every build; {@code -Pfuzz} lets Jazzer search for
 * as long as wanted, guided by coverage, each target in a process of its own.
 */
@NullMarked
package cn.mentougou.fuzz;

import org.jspecify.annotations.NullMarked;
