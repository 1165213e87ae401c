package cn.mentougou.education.office.access;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;

import cn.mentougou.education.office.session.Sessions;

/** The filter chains: deny, unless somebody declared it open. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
class AccessConfiguration {

	/** What pages are made of. */
	private static final List<String> ASSETS = List.of("/favicon.ico", "/vendor/**", "/assets/**");

	/**
	 * The management port, which Boot puts behind the chains too: it is bound to this
	 * machine, and whoever is there asks as the operator. It is told by its own servlet
	 * context; the same paths on the public port do not exist.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain managementChain(HttpSecurity http, ServletContext own) {
		return PlainChain.of(http)
			.securityMatcher((request) -> request.getServletContext() != own)
			.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	/**
	 * The console: its door is open, every other page is open to the roles that declared
	 * it.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain consoleChain(HttpSecurity http, Sessions sessions, ObjectProvider<Standing> standing,
			PageAccess access) {
		Entrance entrance = new Entrance();
		return PlainChain.of(http)
			.securityMatcher("/console", "/console/**")
			.addFilterBefore(
					new SessionFilter(sessions,
							standing.getIfAvailable(() -> (person, version, address) -> Optional.empty())),
					CsrfFilter.class)
			.csrf((csrf) -> csrf.csrfTokenRepository(PlainChain.csrf()))
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(entrance).accessDeniedHandler(entrance))
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/console/sign-in", "/console/sign-in/**", "/console/sign-out")
				.permitAll()
				.anyRequest()
				.access(access))
			.build();
	}

	/**
	 * Everything else that the dispatcher servlet answers: what was declared public can
	 * be read, and the rest does not exist.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain publicChain(HttpSecurity http, ObjectProvider<PublicPath> paths) {
		String[] open = paths.orderedStream().map(PublicPath::pattern).toArray(String[]::new);
		return PlainChain.of(http)
			.csrf(AbstractHttpConfigurer::disable)
			.exceptionHandling((refusals) -> refusals
				.authenticationEntryPoint((request, response, refused) -> response.sendError(404)))
			.authorizeHttpRequests((requests) -> {
				requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
				for (HttpMethod reading : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
					requests.requestMatchers(reading, ASSETS.toArray(String[]::new)).permitAll();
					if (open.length > 0) {
						requests.requestMatchers(reading, open).permitAll();
					}
				}
				requests.anyRequest().denyAll();
			})
			.build();
	}

	/** Only in front of the dispatcher servlet: the webhook has a servlet of its own. */
	@Bean
	FilterRegistrationBean<Filter> securityRegistration(@Qualifier("springSecurityFilterChain") Filter chain) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
		registration.addServletNames("dispatcherServlet");
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setName("accessControl");
		return registration;
	}

	/** Around the session, whose loss it explains. */
	@Bean
	FilterRegistrationBean<OutageFilter> outageFilter() {
		FilterRegistrationBean<OutageFilter> registration = new FilterRegistrationBean<>(new OutageFilter());
		registration.addUrlPatterns("/console/*", "/h5/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
		return registration;
	}

}
