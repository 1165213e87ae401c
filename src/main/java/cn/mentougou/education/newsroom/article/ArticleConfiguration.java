package cn.mentougou.education.newsroom.article;

import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.newsroom.markup.NewsLimits;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The desks of articles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NewsLimits.class)
class ArticleConfiguration {

	@Bean
	WeChatArticles weChatArticles(Attachments attachments, NewsLimits limits, Clock clock,
			@Value("${education.web.base-url:}") String site) {
		return new WeChatArticles(attachments, limits, clock, site.strip().replaceAll("/+$", ""));
	}

	@Bean
	HostedPictures hostedPictures(PictureMapper mapper, Attachments attachments, WxMpClients clients, Clock clock) {
		return new HostedPictures(mapper, attachments, new WxMpMaterials(clients), clock);
	}

}
