package cn.mentougou.education.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What all pages share: the browser's protections, and the sentences people read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {

	/** By the servlet's name, so that the webhook's servlet never passes it. */
	@Bean
	FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter(WebSettings settings) {
		FilterRegistrationBean<SecurityHeadersFilter> registration = new FilterRegistrationBean<>(
				new SecurityHeadersFilter(settings));
		registration.addServletNames(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

	/** The sentences of all modules, each in {@code messages/<module>.properties}. */
	@Bean
	MessageSource messageSource() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
		ResourceBundleMessageSource source = new ResourceBundleMessageSource();
		source.setDefaultEncoding("UTF-8");
		source.setFallbackToSystemLocale(false);
		source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		source.setBasenames(Arrays.stream(files).map(WebConfiguration::basename).distinct().toArray(String[]::new));
		return source;
	}

	private static String basename(Resource file) {
		return "messages/" + String.valueOf(file.getFilename()).replace(".properties", "");
	}

}
