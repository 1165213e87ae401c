package cn.mentougou.education;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Gives a Spring test the real MariaDB and Redis and test secrets, beside
 * {@code @SpringBootTest} or a slice. Each application context begins with an empty
 * database and a Redis database of its own. What the test sets itself wins; a list that
 * it begins (accounts, keys) replaces the whole list.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Tag("engine")
@ContextCustomizerFactories(EngineContextCustomizerFactory.class)
public @interface EngineTest {

}
