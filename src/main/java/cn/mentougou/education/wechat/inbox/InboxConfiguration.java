package cn.mentougou.education.wechat.inbox;

import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** Puts the inbox together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
class InboxConfiguration {

	/** A new name at each start: claims of a former life of this instance run out. */
	private final String owner = UUID.randomUUID().toString();

	@Bean
	WebhookPool webhookPool(DataSource dataSource) throws SQLException {
		return new WebhookPool(dataSource.unwrap(HikariDataSource.class));
	}

	@Bean
	GroupCommit groupCommit(WebhookPool pool) {
		return new GroupCommit(new InboxWriter(pool.dataSource(), pool.mapper(), this.owner));
	}

	@Bean
	Inbox inbox(InboxMapper mapper, WebhookPool pool, GroupCommit groupCommit, Vault vault, LookupIndex index,
			InboxSettings settings, Clock clock) {
		return new Inbox(
				new Inbox.Parts(mapper, pool.mapper(), groupCommit, vault, index, settings, clock, this.owner));
	}

	@Bean
	InboxHolder inboxHolder(InboxMapper mapper, Vault vault, InboxSettings settings, Clock clock,
			PlatformTransactionManager transactions) {
		return new InboxHolder(mapper, vault, settings, clock, new TransactionTemplate(transactions));
	}

}
