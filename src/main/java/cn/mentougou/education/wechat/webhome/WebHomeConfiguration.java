package cn.mentougou.education.wechat.webhome;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the first page in WeChat together. */
@Configuration(proxyBeanMethods = false)
class WebHomeConfiguration {

	/** What features offer stands before it. */
	@Bean
	@Order(100)
	H5Entry myDataEntry() {
		return new H5Entry("/h5/my-data", "我的信息", "这里保存了什么、怎样查看和删除");
	}

	@Bean
	WebMvcConfigurer h5Frame() {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new H5Frame()).addPathPatterns("/h5", "/h5/**", "/error");
			}
		};
	}

}
