package cn.mentougou.education.platform;

import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.doctor.Finding;

/**
 * The database as the doctor sees it: when it was once not reached, it is not waited for
 * again.
 */
class Database {

	private static final String REMEDY = "请检查数据库是否启动，以及 spring.datasource.url、username、password。";

	private final ObjectProvider<DataSource> dataSource;

	private final Environment environment;

	private @Nullable Finding trouble;

	Database(ObjectProvider<DataSource> dataSource, Environment environment) {
		this.dataSource = dataSource;
		this.environment = environment;
	}

	/** Why it cannot be asked, if it cannot. */
	Optional<Finding> trouble() {
		if (this.trouble == null && !this.environment.containsProperty("spring.datasource.url")) {
			this.trouble = Finding.bad("没有配置 spring.datasource.url。", "请填写数据库的地址、用户名和密码。");
		}
		if (this.trouble == null) {
			try {
				one("SELECT 1");
			}
			catch (RuntimeException ex) {
				this.trouble = trouble(ex);
			}
		}
		return Optional.ofNullable(this.trouble);
	}

	JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	DataSource dataSource() {
		return this.dataSource.getObject();
	}

	/** The one value that this statement selects. */
	String one(String sql) {
		return jdbc().sql(sql).query(String.class).single();
	}

	private static Finding trouble(RuntimeException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && "28000".equals(sql.getSQLState())) {
				return Finding.bad("数据库不接受用户名或密码。", REMEDY);
			}
			if (cause instanceof SQLException sql && "42000".equals(sql.getSQLState())) {
				return Finding.bad("没有这个库，或用户无权使用它。", REMEDY);
			}
		}
		return Finding.bad("连不上数据库。", REMEDY);
	}

}
