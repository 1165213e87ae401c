package cn.mentougou.education;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.mybatis.spring.boot.test.autoconfigure.MybatisTest;
import org.springframework.context.annotation.Import;

import cn.mentougou.education.platform.RecordMapping;

/**
 * A test of mappers on the real database with the migrations of {@code sql}: a slice that
 * holds the mappers and a {@code JdbcClient} and rolls back after each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@EngineTest
@MybatisTest
@Import(RecordMapping.class)
public @interface MapperTest {

}
