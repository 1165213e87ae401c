/**
 * What stands opposite the simulator in its own tests: an account's server and a plain
 * caller of its interfaces.
 */
@NullMarked
package cn.mentougou.wechatsim.stub;

import org.jspecify.annotations.NullMarked;
