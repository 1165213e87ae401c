/**
 * Looks for words that must not lie anywhere in clear: in database files, logs, folders.
 */
@NullMarked
package cn.mentougou.canary;

import org.jspecify.annotations.NullMarked;
