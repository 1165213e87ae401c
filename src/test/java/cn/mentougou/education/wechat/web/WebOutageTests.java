package cn.mentougou.education.wechat.web;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.faultproxy.Behaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody can be recognised: one page says what to do. */
class WebOutageTests extends OfficeSite {

	@Test
	void parentIsToldWhatToDoWhileRedisIsGone() {
		redis.behave(Behaviour.REFUSE);
		HttpResponse<String> answer = browser().with("User-Agent", "Mozilla/5.0 MicroMessenger/8.0.50").open("/h5");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("暂时认不出您是谁", "直接在公众号里留言").doesNotContain("工作台");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		redis.behave(Behaviour.PASS);
	}

	@Test
	void ordinaryBrowserNeedsNeitherRedisNorAnAccount() {
		redis.behave(Behaviour.REFUSE);
		assertThat(browser().follow("/h5").body()).contains("请在微信里打开");
	}

}
