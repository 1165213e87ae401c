package cn.mentougou.consoleframe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The console alone on a real server: no database, no sign-in, one desk of the tests.
 * Whoever carries a cookie {@code role} acts in that role. It is no component, so that
 * the application does not find it.
 */
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class,
		TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, MultipartAutoConfiguration.class,
		HttpEncodingAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
		JacksonAutoConfiguration.class, ThymeleafAutoConfiguration.class, ValidationAutoConfiguration.class })
@ComponentScan({ "cn.mentougou.education.office.console", "cn.mentougou.education.office.refusal" })
@Import({ ConsoleSite.Platform.class, SampleDesk.class, SampleConsoleController.class })
class ConsoleSite {

	@Bean
	Clock clock() {
		return new MovableClock(Instant.parse("2026-06-08T01:00:00Z"));
	}

	@Bean
	FilterRegistrationBean<Filter> signIn() {
		return new FilterRegistrationBean<>((request, response, chain) -> {
			Cookie[] cookies = ((HttpServletRequest) request).getCookies();
			if (cookies != null) {
				request.setAttribute(ConsoleActor.ATTRIBUTE, actor(Role.valueOf(cookies[0].getValue())));
			}
			chain.doFilter(request, response);
		});
	}

	/** Somebody with that role for a unit without others below it. */
	static Actor actor(Role role) {
		UnitId unit = new UnitId(1);
		return new Actor(Actor.Kind.STAFF, role.ordinal() + 1L, "王小明",
				List.of(new Grant(role, unit, Set.of(unit), null)), "192.0.2.1");
	}

	/** Hidden in a package that nobody imports. */
	static class Platform implements ImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			String platform = "cn.mentougou.education.platform.";
			return new String[] { platform + "WebConfiguration", platform + "CorrelationFilter" };
		}

	}

}
