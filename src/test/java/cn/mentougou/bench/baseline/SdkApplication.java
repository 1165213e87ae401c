package cn.mentougou.bench.baseline;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import me.chanjar.weixin.mp.api.WxMpMessageHandler;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** S: the SDK alone, its answers in memory, nothing kept. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SdkConfiguration.class)
public class SdkApplication {

	@Bean
	WxMpMessageHandler handler() {
		Map<String, String> answers = Keywords.ALL.stream()
			.collect(Collectors.toMap(Function.identity(), Keywords::answerTo));
		return (message, context, service, sessions) -> WxMpXmlOutMessage.TEXT()
			.content(answers.get(message.getContent()))
			.fromUser(message.getToUser())
			.toUser(message.getFromUser())
			.build();
	}

}
