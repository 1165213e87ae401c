/**
 * HTTP over a bare connection, with one deadline for everything and an ear for what comes
 * after it.
 */
@NullMarked
package cn.mentougou.wechatsim.http;

import org.jspecify.annotations.NullMarked;
