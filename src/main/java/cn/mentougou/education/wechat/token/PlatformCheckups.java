package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.http.impl.client.CloseableHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.account.WeChatHosts;

/** What the doctor asks the platform. It needs no database: tokens are not stored. */
@Configuration(proxyBeanMethods = false)
class PlatformCheckups {

	/** Pushes are refused beyond five minutes; long before that somebody should know. */
	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final String UNREACHED = "请检查服务器的外网出口、DNS、防火墙和 education.wechat.api-base-url。";

	@Bean
	PlatformProbe platformProbe(CloseableHttpClient platformHttp, WeChatHosts hosts) {
		return new PlatformProbe(platformHttp, hosts);
	}

	@Bean
	@Order(30)
	Checkup clockCheckup(ObjectProvider<PlatformProbe> probe, Clock clock) {
		return new ClockCheckup(probe, clock);
	}

	@Bean
	@Order(31)
	Checkup tokenCheckup(ObjectProvider<WeChatAccounts> accounts, ObjectProvider<TokenCall> call, Clock clock) {
		return new TokenCheckup(accounts, call, clock);
	}

	@Bean
	@Order(32)
	Checkup reachabilityCheckup(ObjectProvider<WeChatAccounts> accounts, ObjectProvider<TokenCall> call,
			ObjectProvider<PlatformProbe> probe) {
		return new ReachabilityCheckup(accounts, call, probe);
	}

	private static String name(WeChatAccount account) {
		return account.kind().label() + " " + account.appId();
	}

	/** Compares the clock with the time in the platform's answer. */
	private record ClockCheckup(ObjectProvider<PlatformProbe> probe, Clock clock) implements Checkup {

		@Override
		public String name() {
			return "时钟";
		}

		@Override
		public Finding check() {
			try {
				PlatformProbe.Answer answer = this.probe.getObject().ask(null);
				if (answer.date() == null) {
					return Finding.bad("微信平台的答复里没有时间，没有比较。", UNREACHED);
				}
				Duration skew = Duration.between(answer.date(), this.clock.instant()).abs();
				return (skew.compareTo(SKEW) <= 0) ? Finding.good("与微信平台相差 " + skew.toSeconds() + " 秒。") : Finding
					.bad("与微信平台相差 " + skew.toSeconds() + " 秒；超过 5 分钟时平台推送的消息会全部被拒绝。", "请在服务器上启用网络对时（NTP）。");
			}
			catch (IOException ex) {
				return Finding.bad("连不上微信平台（" + ex.getClass().getSimpleName() + "），没有比较。", UNREACHED);
			}
		}

	}

	/** Fetches a token for each account. */
	private record TokenCheckup(ObjectProvider<WeChatAccounts> accounts, ObjectProvider<TokenCall> call,
			Clock clock) implements Checkup {

		@Override
		public String name() {
			return "access_token";
		}

		@Override
		public Finding check() {
			List<String> good = new ArrayList<>();
			List<String> bad = new ArrayList<>();
			for (WeChatAccount account : this.accounts.getObject().all()) {
				try {
					HeldToken token = this.call.getObject().fetch(account);
					long seconds = Duration.between(this.clock.instant(), token.expiresAt()).toSeconds();
					good.add(PlatformCheckups.name(account) + " 取得到，还有 " + seconds + " 秒有效");
				}
				catch (TokenUnavailable ex) {
					bad.add(ex.sentence());
				}
			}
			String found = String.join("；", good) + (good.isEmpty() ? "" : "。");
			return bad.isEmpty() ? Finding.good(found)
					: Finding.bad(found + bad.size() + " 个公众号取不到。", String.join(" ", bad));
		}

	}

	/** Asks for each account from where the platform pushes. */
	private record ReachabilityCheckup(ObjectProvider<WeChatAccounts> accounts, ObjectProvider<TokenCall> call,
			ObjectProvider<PlatformProbe> probe) implements Checkup {

		@Override
		public String name() {
			return "微信平台接口";
		}

		@Override
		public Finding check() {
			List<String> good = new ArrayList<>();
			List<String> bad = new ArrayList<>();
			for (WeChatAccount account : this.accounts.getObject().all()) {
				try {
					PlatformProbe.Answer answer = this.probe.getObject().ask(token(account).orElse(null));
					int addresses = answer.json().path("ip_list").size();
					if (addresses > 0) {
						good.add(PlatformCheckups.name(account) + " 有 " + addresses + " 个推送来源地址");
					}
					else {
						bad.add(PlatformCheckups.name(account) + " " + trouble(answer));
					}
				}
				catch (IOException ex) {
					bad.add(PlatformCheckups.name(account) + " 连不上（" + ex.getClass().getSimpleName() + "）");
				}
			}
			return bad.isEmpty() ? Finding.good(String.join("；", good) + "。")
					: Finding.bad(String.join("；", bad) + "。", UNREACHED);
		}

		private Optional<String> token(WeChatAccount account) {
			try {
				return Optional.of(this.call.getObject().fetch(account).value());
			}
			catch (TokenUnavailable ex) {
				return Optional.empty();
			}
		}

		private static String trouble(PlatformProbe.Answer answer) {
			if (!answer.isOfPlatform()) {
				return "得到的不是微信平台的答复（HTTP " + answer.status() + "）";
			}
			return "连得上，但没有得到地址（" + answer.json().path("errcode").asInt(0) + "）；先处理 access_token 一项";
		}

	}

}
