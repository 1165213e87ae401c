/**
 * What our jar is measured against: the SDK used as its documentation shows (S), and the
 * same with the database that people usually add (D). The classes have no {@code main};
 * {@code org.springframework.boot.SpringApplication} starts them by name, so that
 * {@code mvn spring-boot:test-run} still finds its single main class.
 */
@NullMarked
package cn.mentougou.bench.baseline;

import org.jspecify.annotations.NullMarked;
