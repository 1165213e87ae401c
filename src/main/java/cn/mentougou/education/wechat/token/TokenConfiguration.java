package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Duration;

import org.apache.http.impl.client.CloseableHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.account.WeChatHosts;
import cn.mentougou.education.wechat.breaker.WxMpGuard;

/** Puts the tokens and the clients together. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	@Bean(destroyMethod = "close")
	CloseableHttpClient platformHttp() {
		return PlatformHttp.open();
	}

	@Bean
	TokenCall tokenCall(CloseableHttpClient platformHttp, WeChatHosts hosts, Clock clock) {
		return new TokenCall(platformHttp, hosts, clock);
	}

	@Bean
	TokenStore tokenStore(TokenMapper mapper, Vault vault, Clock clock) {
		return new TokenStore(mapper, vault, clock);
	}

	@Bean
	AccessTokens accessTokens(WeChatAccounts accounts, StringRedisTemplate redis, Vault vault, TokenStore store,
			TokenCall call, Clock clock) {
		return new AccessTokens(accounts, new TokenCache(redis, vault, clock), store, new TokenRefresh(store, call),
				clock);
	}

	@Bean
	WxMpClients wxMpClients(WeChatAccounts accounts, AccessTokens tokens, WeChatHosts hosts,
			CloseableHttpClient platformHttp, WxMpGuard guard) {
		return new WxMpClients(accounts, tokens, new WxMpClients.Line(hosts, platformHttp, guard));
	}

	@Bean
	Job tokenRenewal(AccessTokens tokens) {
		return Job.every("token-renewal", "更新公众号的 access_token", Duration.ofSeconds(30), tokens::renew);
	}

}
