package cn.mentougou.education.platform;

import java.util.Properties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** What the doctor looks at besides the database and the platform. */
@Configuration(proxyBeanMethods = false)
class Checkups {

	@Bean
	@Order(1)
	Checkup keysCheckup(ObjectProvider<Vault> vault, ObjectProvider<LookupIndex> index) {
		return new KeysCheckup(vault, index);
	}

	@Bean
	@Order(20)
	Checkup redisCheckup(ObjectProvider<StringRedisTemplate> redis) {
		return new RedisCheckup(redis);
	}

	/** Whether the configured keys are keys and work. */
	private record KeysCheckup(ObjectProvider<Vault> vault, ObjectProvider<LookupIndex> index) implements Checkup {

		@Override
		public String name() {
			return "密钥";
		}

		@Override
		public Finding check() {
			Vault opened = this.vault.getObject();
			String back = opened.open(opened.seal("试", "doctor"), "doctor");
			boolean works = back.equals("试") && this.index.getObject().of("doctor", "试").length == LookupIndex.LENGTH;
			return works ? Finding.good("加密和检索密钥都能用。") : Finding.bad("加密后解不开。", "请检查 education.privacy.keys。");
		}

	}

	/** Whether Redis answers. */
	private record RedisCheckup(ObjectProvider<StringRedisTemplate> redis) implements Checkup {

		@Override
		public String name() {
			return "Redis";
		}

		@Override
		public Finding check() {
			try {
				Properties info = this.redis.getObject()
					.execute((RedisCallback<Properties>) Checkups.RedisCheckup::serverInfo);
				String version = (info != null) ? info.getProperty("redis_version", "不明") : "不明";
				return Finding.good("连得上，版本 " + version + "。");
			}
			catch (DataAccessException ex) {
				return Finding.bad("连不上，或它不接受密码。",
						"请检查 Redis 是否启动，以及 spring.data.redis.host、port、password。没有它程序也能工作，只是慢一些。");
			}
		}

		private static Properties serverInfo(RedisConnection connection) {
			Properties info = connection.serverCommands().info("server");
			return (info != null) ? info : new Properties();
		}

	}

}
