package cn.mentougou.education.wechat.inbox;

import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.mybatis.spring.SqlSessionTemplate;
import org.mybatis.spring.transaction.SpringManagedTransactionFactory;

/**
 * Connections that only the webhook uses: whoever waits for an answer to the platform
 * waits half a second for a connection and two for a statement, whatever the rest of the
 * application does with the database.
 */
class WebhookPool implements AutoCloseable {

	private static final int STATEMENT_SECONDS = 2;

	private final HikariDataSource dataSource;

	private final InboxMapper mapper;

	/** Connects to where the application's own pool connects. */
	WebhookPool(HikariDataSource application) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("webhook");
		config.setJdbcUrl(application.getJdbcUrl());
		config.setUsername(application.getUsername());
		config.setPassword(application.getPassword());
		Properties properties = new Properties();
		properties.putAll(application.getDataSourceProperties());
		properties.setProperty("connectTimeout", "500");
		properties.setProperty("socketTimeout", "2000");
		properties.remove("rewriteBatchedStatements");
		properties.setProperty("useServerPrepStmts", "true");
		properties.setProperty("cachePrepStmts", "true");
		properties.setProperty("prepStmtCacheSize", "200");
		properties.setProperty("prepStmtCacheSqlLimit", "8192");
		config.setDataSourceProperties(properties);
		config.setMaximumPoolSize(8);
		config.setMinimumIdle(2);
		config.setConnectionTimeout(500);
		config.setValidationTimeout(250);
		config.setInitializationFailTimeout(-1);
		this.dataSource = new HikariDataSource(config);
		this.mapper = mapperOn(this.dataSource);
	}

	private static InboxMapper mapperOn(DataSource dataSource) {
		Configuration configuration = new Configuration(
				new Environment("webhook", new SpringManagedTransactionFactory(), dataSource));
		configuration.setMapUnderscoreToCamelCase(true);
		configuration.setArgNameBasedConstructorAutoMapping(true);
		configuration.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
		configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
		configuration.setDefaultStatementTimeout(STATEMENT_SECONDS);
		configuration.addMapper(InboxMapper.class);
		return new SqlSessionTemplate(new SqlSessionFactoryBuilder().build(configuration)).getMapper(InboxMapper.class);
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	InboxMapper mapper() {
		return this.mapper;
	}

	@Override
	public void close() {
		this.dataSource.close();
	}

}
