/**
 * What is delivered, seen from outside: the packaged jar as a process of its own and the
 * proxy's configuration. Knows the application only through its ports.
 */
@NullMarked
package cn.mentougou.delivery;

import org.jspecify.annotations.NullMarked;
