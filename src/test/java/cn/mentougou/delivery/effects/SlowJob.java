package cn.mentougou.delivery.effects;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.job.Job;

/** A job whose first run lasts so long that its instance can be killed in the middle. */
@Configuration(proxyBeanMethods = false)
public class SlowJob {

	/** Its name. */
	public static final String NAME = "slow";

	@Bean
	Job slow(JdbcClient jdbc, @Value("${effects.instance}") String instance) {
		return Job.every(NAME, "慢慢做的事", Duration.ofSeconds(1), () -> {
			jdbc.sql("INSERT INTO effect (words) VALUES (?)").param("begun " + instance).update();
			if (jdbc.sql("SELECT COUNT(*) FROM effect WHERE words LIKE 'begun%'").query(Integer.class).single() == 1) {
				pause();
			}
			jdbc.sql("INSERT INTO effect (words) VALUES (?)").param("done " + instance).update();
		});
	}

	private static void pause() {
		try {
			TimeUnit.MINUTES.sleep(2);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
