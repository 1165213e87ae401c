package cn.mentougou.education.office.signin;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.credential.PasswordRules;
import cn.mentougou.education.office.credential.Passwords;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.session.Sessions;

/** Puts the sign-ins together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
class SignInConfiguration {

	@Bean
	OwnPasswords.Parts passwordParts(Passwords passwords, PasswordRules rules, Sessions sessions, Audit audit,
			Clock clock, PlatformTransactionManager transactions) {
		return new OwnPasswords.Parts(passwords, rules, sessions, audit, clock, new TransactionTemplate(transactions));
	}

	@Bean
	Job guessRemoval(Guesses guesses) {
		return Job.every("signin-guess-removal", "清理过期的登录失败计数", Duration.ofHours(1), guesses::removeOld);
	}

}
