package cn.mentougou.bench.baseline;

import java.util.Date;

import me.chanjar.weixin.mp.api.WxMpMessageHandler;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** D: the SDK with one committed INSERT and one SELECT a message. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SdkConfiguration.class)
@MapperScan
public class DatabaseApplication {

	@Bean
	WxMpMessageHandler handler(MessageMapper mapper) {
		return (message, context, service, sessions) -> {
			mapper.insert(message.getMsgId(), service.getWxMpConfigStorage().getAppId(), message.getFromUser(),
					message.getMsgType(), message.getContent(), new Date(message.getCreateTime() * 1000));
			return WxMpXmlOutMessage.TEXT()
				.content(mapper.findAnswer(message.getContent()))
				.fromUser(message.getToUser())
				.toUser(message.getFromUser())
				.build();
		};
	}

}
