/**
 * The benchmark, {@code mvn -B verify -Pbench}: the packaged jar beside what the SDK's
 * users write, each in a JVM of its own, in rounds that take turns, every answer opened
 * and read before it counts. It measures and reports; it never fails because something is
 * slow. {@link cn.mentougou.bench.Plan} lists what can be set.
 */
@NullMarked
package cn.mentougou.bench;

import org.jspecify.annotations.NullMarked;
