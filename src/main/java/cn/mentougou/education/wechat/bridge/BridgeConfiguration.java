package cn.mentougou.education.wechat.bridge;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.office.access.PublicPath;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.menu.MenuTargets;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.scene.SceneQrCodes;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The way itself, those who show it, and the page. */
@Configuration(proxyBeanMethods = false)
class BridgeConfiguration {

	private final String page;

	BridgeConfiguration(@Value("${education.web.base-url:}") String site) {
		String address = site.strip().replaceAll("/+$", "");
		if (!address.isEmpty() && !address.matches("https?://[^/?#\\s]+")) {
			throw new Misconfigured("education.web.base-url 的写法不对：应为本站的网址，如 https://edu.example.gov.cn。");
		}
		this.page = address.isEmpty() ? "" : address + ServiceAccountController.PATH;
	}

	@Bean
	Bridge serviceAccountBridge(BridgeMapper mapper, SceneQrCodes codes, WxMpClients clients, WeChatAccounts accounts,
			Units units, Clock clock) {
		return new Bridge(new Bridge.Parts(mapper, codes, new WxMpPictures(clients)), accounts, units, clock);
	}

	/**
	 * Before what the menu has prepared and before the rules, which take what remains.
	 */
	@Bean
	@Order(0)
	MessageHandler serviceAccountEntry(Bridge bridge) {
		return new BridgeHandler(Turn.MENU_KEY, bridge, this.page);
	}

	@Bean
	@Order(0)
	MessageHandler serviceAccountWords(Bridge bridge) {
		return new BridgeHandler(Turn.WHOLE_KEYWORD, bridge, this.page);
	}

	@Bean
	PushListener serviceAccountWelcome(Bridge bridge, Outbound outbound) {
		return new BridgeWelcome(bridge, outbound, this.page);
	}

	@Bean
	MenuTargets serviceAccountTargets() {
		return (account) -> (account.kind() != AccountKind.SUBSCRIPTION) ? List.of()
				: (this.page.isEmpty() ? List.of(MenuTargets.Target.key(BridgeWords.MENU_KEY, "服务号的二维码"))
						: List.of(MenuTargets.Target.key(BridgeWords.MENU_KEY, "服务号的二维码"),
								MenuTargets.Target.page(this.page, "服务号二维码的网页")));
	}

	@Bean
	Job serviceAccountPicture(Bridge bridge) {
		return Job.every("service-account-picture", "准备订阅号里的服务号二维码图片", Duration.ofSeconds(20), bridge::keep);
	}

	@Bean
	PublicPath serviceAccountPath() {
		return new PublicPath(ServiceAccountController.PATH + "/**");
	}

}
