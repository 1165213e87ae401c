package cn.mentougou.education.office.setup;

import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.DatabaseReady;
import cn.mentougou.education.shared.Role;

/**
 * Prints the link with which the setting up begins, at each start until the three
 * administrators are there; when everything has started, so that a demonstration has its
 * people already.
 */
@Component
@ConditionalOnWebApplication
class SetupAnnouncement {

	private static final Logger logger = LoggerFactory.getLogger(SetupAnnouncement.class);

	private final Setup setup;

	private final Environment environment;

	private boolean isStarted;

	private boolean hasDatabase;

	SetupAnnouncement(Setup setup, Environment environment) {
		this.setup = setup;
		this.environment = environment;
	}

	@EventListener
	synchronized void on(ApplicationReadyEvent started) {
		this.isStarted = true;
		announce();
	}

	@EventListener
	synchronized void on(DatabaseReady ready) {
		this.hasDatabase = true;
		announce();
	}

	private void announce() {
		if (!this.isStarted || !this.hasDatabase) {
			return;
		}
		try {
			List<Role> missing = this.setup.missing();
			if (!missing.isEmpty()) {
				logger.warn(sentence(missing, this.setup.newBeginning()));
			}
		}
		catch (RuntimeException ex) {
			logger.error("没能生成首次设置链接，请检查数据库后重新启动。", ex);
		}
	}

	private String sentence(List<Role> missing, Word word) {
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		String roles = missing.stream().map(Role::title).collect(Collectors.joining("、"));
		return """
				还没有%s。请在 24 小时内用浏览器打开下面的一次性链接，完成首次设置：

				    http://localhost:%s%s?link=%s

				  从别的电脑打开时，把 http://localhost:%s 换成本系统的网址。链接只能用一次，请勿外传；
				  过期或用完而三种管理员还没有齐，重新启动程序会再给出一个。""".formatted(roles, port, SetupController.PATH, word.text(), port);
	}

}
