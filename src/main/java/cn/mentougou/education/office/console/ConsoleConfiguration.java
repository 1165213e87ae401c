package cn.mentougou.education.office.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import cn.mentougou.education.office.console.ConsolePage.Section;
import cn.mentougou.education.shared.Role;

/** Puts the frame of the console together. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

	private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

	@Bean
	ConsolePage todayPage() {
		return new ConsolePage(ConsolePages.HOME, "今日", Section.TODAY, 0, EVERYONE,
				"这里列出等您处理的事：有异常的、逾期的、快到期的排在前面。天数按工作日计算。点一行就到办理的页面，办完后这一行自动消失。");
	}

	@Bean
	ConsolePage searchPage() {
		return new ConsolePage("/console/search", "搜索", Section.MYSELF, 90, EVERYONE,
				"输入名称、编号中的几个字即可。只找得到您有权查看的内容；姓名、电话等加密保存的内容须输入完整才能找到。");
	}

	@Bean
	ConsolePage helpPage() {
		return new ConsolePage("/console/help", "帮助", Section.MYSELF, 91, EVERYONE, "这里汇总了您能打开的每个页面的说明，以及键盘操作。");
	}

	@Bean
	Today today(ObjectProvider<TodaySource> sources, Clock clock) {
		return new Today(sources.orderedStream().toList(), clock);
	}

	@Bean
	Search search(ObjectProvider<SearchSource> sources) {
		return new Search(sources.orderedStream().toList());
	}

	@Bean
	WebMvcConfigurer consoleWeb(ConsolePages pages, Today today) {
		FrameInterceptor frame = new FrameInterceptor(pages, today, version());
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(frame).addPathPatterns("/console", "/console/**", "/error");
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new ConsoleActor());
			}
		};
	}

	/** Browsers keep style and scripts for a day; another version is another address. */
	private static String version() {
		StringBuilder digests = new StringBuilder();
		for (String file : List.of("console.css", "console.js")) {
			try (InputStream content = new ClassPathResource("static/assets/" + file).getInputStream()) {
				digests.append(DigestUtils.md5DigestAsHex(content), 0, 8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return digests.toString();
	}

}
