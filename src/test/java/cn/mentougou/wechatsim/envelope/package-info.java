/**
 * How a push is sealed and how an answer is opened: signatures, the 32-byte block AES
 * envelope with the app id at its end, and XML in both directions. Pure functions,
 * written from the protocol and not from any SDK, so that they can bear witness against
 * one.
 */
@NullMarked
package cn.mentougou.wechatsim.envelope;

import org.jspecify.annotations.NullMarked;
