package cn.mentougou.education.office.privacy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the vault and the look-up index from the configured keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class PrivacyConfiguration {

	@Bean
	PrivacyKeys privacyKeys(PrivacyProperties properties) {
		return new PrivacyKeys(properties);
	}

	@Bean
	Vault vault(PrivacyKeys keys) {
		return new Vault(keys);
	}

	@Bean
	LookupIndex lookupIndex(PrivacyKeys keys) {
		return new LookupIndex(keys);
	}

}
