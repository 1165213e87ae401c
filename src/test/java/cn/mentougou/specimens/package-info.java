/**
 * Makes files of every sort at test time, harmless and hostile ones, each with what has
 * to become of it. No file of these is kept in the repository.
 */
@NullMarked
package cn.mentougou.specimens;

import org.jspecify.annotations.NullMarked;
