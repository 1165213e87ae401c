package cn.mentougou.education.office;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.EngineTest;

/**
 * A test of pages of the console in the whole application, without the filters that sign
 * people in: {@link PagesConfiguration.Browser} acts as whom the test says.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@EngineTest
@SpringBootTest(properties = "education.job.enabled=false")
@AutoConfigureMockMvc(addFilters = false)
@Import(PagesConfiguration.class)
@Transactional
public @interface PageTest {

}
