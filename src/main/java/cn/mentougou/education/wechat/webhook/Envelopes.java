package cn.mentougou.education.wechat.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.envelope.Envelope;

/** The envelope of each account, made once. */
class Envelopes {

	private final Map<String, Envelope> byAppId;

	Envelopes(WeChatAccounts accounts) {
		this.byAppId = accounts.all().stream().collect(Collectors.toMap(WeChatAccount::appId, Envelopes::envelope));
	}

	Envelope of(WeChatAccount account) {
		return Objects.requireNonNull(this.byAppId.get(account.appId()));
	}

	private static Envelope envelope(WeChatAccount account) {
		return new Envelope(account.appId(), both(account.token(), account.previousToken()),
				both(account.aesKey(), account.previousAesKey()));
	}

	private static List<String> both(@Nullable String current, @Nullable String previous) {
		List<String> values = new ArrayList<>();
		if (current != null) {
			values.add(current);
		}
		if (previous != null) {
			values.add(previous);
		}
		return values;
	}

}
