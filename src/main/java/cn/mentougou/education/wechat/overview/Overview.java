package cn.mentougou.education.wechat.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.breaker.BreakerState;
import cn.mentougou.education.wechat.breaker.Breakers;
import cn.mentougou.education.wechat.breaker.PlatformError;
import cn.mentougou.education.wechat.breaker.PlatformErrors;
import cn.mentougou.education.wechat.overview.AccountOverview.Ability;
import cn.mentougou.education.wechat.overview.AccountOverview.Light;
import cn.mentougou.education.wechat.overview.AccountOverview.Quota;
import cn.mentougou.education.wechat.overview.AccountOverview.Trouble;
import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.quota.CallUsage;
import cn.mentougou.education.wechat.token.AccessTokens;

/** Gathers how it stands with the accounts. */
class Overview {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final int LOW_PERCENT = 90;

	private final WeChatAccounts accounts;

	private final AccessTokens tokens;

	private final Breakers breakers;

	private final PlatformErrors errors;

	private final CallQuotas quotas;

	private final Clock clock;

	Overview(WeChatAccounts accounts, AccessTokens tokens, Line line, CallQuotas quotas, Clock clock) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.breakers = line.breakers();
		this.errors = line.errors();
		this.quotas = quotas;
		this.clock = clock;
	}

	/** All accounts in the order of the configuration. */
	List<AccountOverview> accounts() {
		return this.accounts.all().stream().map(this::overview).toList();
	}

	private AccountOverview overview(WeChatAccount account) {
		String appId = account.appId();
		return new AccountOverview(account.kind().label() + " " + appId, account.verified() ? "已认证" : "未认证",
				token(this.tokens.stateOf(appId)), connection(this.breakers.stateOf(appId)),
				this.quotas.usage(appId)
					.stream()
					.filter((usage) -> Capability.of(usage.api()).map(account::may).orElse(true))
					.map(Overview::quota)
					.toList(),
				this.errors.latest(appId).stream().map(Overview::trouble).toList(),
				Arrays.stream(Capability.values()).map((capability) -> ability(account, capability)).toList());
	}

	private Light token(AccessTokens.State state) {
		Instant until = state.until();
		if (state.trouble() != null) {
			return new Light(until != null, (until != null) ? "暂时换不到新的" : "取不到", state.trouble(),
					"按这句话处理后，系统会自己再试，不用重启。");
		}
		if (until == null) {
			return new Light(true, "还没有取", "第一次调用微信接口时自动获取。", null);
		}
		long minutes = Duration.between(this.clock.instant(), until).toMinutes();
		return new Light(true, "正常", "还有 " + minutes + " 分钟有效，到期前自动换新。", null);
	}

	private static Light connection(BreakerState state) {
		String last = (state.trouble() == null) ? "" : "最近一次：" + Remedy.of(state.trouble()).meaning() + "（"
				+ state.trouble() + "），" + shown(state.troubleAt()) + "。";
		if (state.phase() == BreakerState.Phase.CLOSED) {
			String since = (state.since() != null) ? shown(state.since()) + " 恢复。" : "";
			return new Light(true, state.phase().title(), last.isEmpty() ? "启动以来没有遇到微信平台故障。" : since + last, null);
		}
		String probe = (state.probeAt() != null) ? "，" + shown(state.probeAt()) + " 之后再试" : "";
		return new Light(false, state.phase().title(),
				shown(state.since()) + " 起暂不调用微信接口，已拦下 " + state.refused() + " 次" + probe + "。" + last,
				"消息保存在系统里，恢复后自动发出；回复和收消息不受影响。持续十分钟以上，请系统管理员检查外网，或在微信公众平台看有没有故障公告。");
	}

	private static Quota quota(CallUsage usage) {
		int left = Math.max(0, usage.limit() - usage.used());
		boolean isLow = usage.limit() > 0 && 100L * usage.used() / usage.limit() >= LOW_PERCENT;
		return new Quota(Capability.of(usage.api()).map(Capability::title).orElse(usage.api())
				+ (usage.isMonthly() ? "（本月）" : "（今天）"), usage.api(), usage.used(), usage.limit(), left, isLow);
	}

	private static Trouble trouble(PlatformError error) {
		Remedy remedy = Remedy.of(error.code());
		return new Trouble(error.code(), error.times(), shown(error.lastAt()), remedy.meaning(), remedy.advice());
	}

	private static Ability ability(WeChatAccount account, Capability capability) {
		boolean may = account.may(capability);
		return new Ability(capability.title(), may, may ? "可以" : "只有" + capability.holders() + "可以；这是"
				+ (account.verified() ? "已认证的" : "未认证的") + account.kind().label());
	}

	private static String shown(@Nullable Instant time) {
		return (time != null) ? TIME.format(time) : "";
	}

	/** How it stands with the way to the platform. */
	record Line(Breakers breakers, PlatformErrors errors) {
	}

}
