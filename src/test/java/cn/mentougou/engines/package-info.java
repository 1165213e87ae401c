/**
 * Real MariaDB and Redis servers for tests and for {@code mvn spring-boot:test-run},
 * started from the binaries inside two Maven artifacts. The package knows neither the
 * application nor Spring. A server never outlives the JVM that started it, not even after
 * {@code kill -9}: a shell watches a pipe that only the JVM holds open.
 */
@NullMarked
package cn.mentougou.engines;

import org.jspecify.annotations.NullMarked;
