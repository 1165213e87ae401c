/**
 * What {@code mvn spring-boot:test-run} puts around the application: the engines, the
 * simulator of the WeChat platform, demo configuration and a welcome. Whatever the
 * environment names itself (a database, a Redis, another platform) is used instead. Demo
 * data are beans of the test sources with {@code @Profile("demo")}.
 */
@NullMarked
package cn.mentougou.testrun;

import org.jspecify.annotations.NullMarked;
