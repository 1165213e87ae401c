/**
 * The side of the platform that calls an account's server: it signs, seals and posts,
 * waits five seconds and not a moment longer, judges the answer, repeats, and shows the
 * person what came of it. Every call is kept with its wire form and its clear form, so
 * that tests and the phone page can compare.
 */
@NullMarked
package cn.mentougou.wechatsim.push;

import org.jspecify.annotations.NullMarked;
