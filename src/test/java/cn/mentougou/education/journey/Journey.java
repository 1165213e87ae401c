package cn.mentougou.education.journey;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;

import cn.mentougou.education.EngineContextCustomizerFactory;
import cn.mentougou.education.EngineTest;

/**
 * A test of the whole application that is followed and written to through the simulator.
 * The application's clock is the simulator's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ContextCustomizerFactories({ EngineContextCustomizerFactory.class, SimulatedPlatform.class })
@Import({ JourneyHandlers.class, SimulatedPlatform.Connection.class })
public @interface Journey {

}
