package cn.mentougou.education.office;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

import cn.mentougou.education.MapperTest;

/**
 * A test of the desks of units, people, absences and posts on the real database, in the
 * slice of {@link MapperTest} and with a clock that the test moves and that stands at
 * {@link Desks#MORNING} again before the next one, since many tests share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@MapperTest
@Import(Desks.class)
@ExtendWith(MorningExtension.class)
public @interface DeskTest {

}
