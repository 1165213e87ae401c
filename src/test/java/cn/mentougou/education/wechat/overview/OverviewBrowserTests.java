package cn.mentougou.education.wechat.overview;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The page 公众号概况. */
class OverviewBrowserTests extends BrowserSite {

	@Test
	void pageSaysWhatEachAccountMayDoAndWhyNotMore() {
		HttpResponse<String> page = signedIn(colleague(Role.EDITOR)).open("/console/accounts");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("订阅号 " + EngineProperties.SUBSCRIPTION, "服务号 " + EngineProperties.SERVICE,
				"网页授权", "只有认证的服务号可以；这是已认证的订阅号", "启动以来没有遇到微信平台故障");
	}

	@Test
	void errorOfThePlatformIsShownWithWhatToDo() {
		this.jdbc.sql("DELETE FROM platform_error").update();
		this.jdbc.sql(
				"INSERT INTO platform_error (app_id, code, times, first_at, last_at) VALUES (:app, '40164', 3, :at, :at)")
			.param("app", EngineProperties.SERVICE)
			.param("at", this.clock.instant())
			.update();
		String page = signedIn(colleague(Role.SYSTEM_ADMINISTRATOR)).open("/console/accounts").body();
		assertThat(page).contains("40164", "服务器地址不在 IP 白名单", "加入出口地址");
		as(Role.SYSTEM_ADMINISTRATOR);
		look("/console/accounts");
	}

}
