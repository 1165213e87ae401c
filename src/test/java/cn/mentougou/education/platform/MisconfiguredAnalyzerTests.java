package cn.mentougou.education.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class MisconfiguredAnalyzerTests {

	@Test
	void startPrintsTheSentenceAndNoStackTrace(CapturedOutput output) {
		SpringApplication application = new SpringApplicationBuilder(Broken.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.application();
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(application::run);
		assertThat(output).contains("缺少 education.sample：请填写。").doesNotContain("\tat ", "Caused by:");
	}

	/** Refuses in a bean that another bean needs, as the modules do. */
	static class Broken {

		@Bean
		String keys() {
			throw new Misconfigured("缺少 education.sample：请填写。");
		}

		@Bean
		Integer vault(String keys) {
			return keys.length();
		}

	}

}
