package cn.mentougou.education.wechat.breaker;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationEventPublisher;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The breakers of all accounts: what each does at this moment, in this instance. */
public class Breakers {

	private final Map<String, Breaker> breakers = new LinkedHashMap<>();

	Breakers(WeChatAccounts accounts, BreakerSettings settings, Clock clock, ApplicationEventPublisher events) {
		for (WeChatAccount account : accounts.all()) {
			this.breakers.put(account.appId(), new Breaker(account.appId(), settings, clock, events));
		}
	}

	/** What each does, in the order of the accounts. */
	public List<BreakerState> states() {
		return this.breakers.values().stream().map(Breaker::state).toList();
	}

	/**
	 * What the breaker of this account does.
	 * @throws IllegalArgumentException if the account is not one of ours
	 */
	public BreakerState stateOf(String appId) {
		return of(appId).state();
	}

	Breaker of(String appId) {
		Breaker breaker = this.breakers.get(appId);
		if (breaker == null) {
			throw new IllegalArgumentException("no such account: " + appId);
		}
		return breaker;
	}

	/** Measures whether each is open, and how many calls it refused since. */
	void measure(MeterRegistry meters) {
		for (String appId : this.breakers.keySet()) {
			Gauge.builder("wx.breaker.refused", this, (all) -> all.stateOf(appId).refused())
				.description("calls to the platform refused since the breaker opened")
				.tag("account", appId)
				.register(meters);
			Gauge.builder("wx.breaker.open", this, (all) -> all.isOpen(appId) ? 1 : 0)
				.description("whether the platform is thought to be down")
				.tag("account", appId)
				.register(meters);
		}
	}

	private boolean isOpen(String appId) {
		return stateOf(appId).phase() != BreakerState.Phase.CLOSED;
	}

}
