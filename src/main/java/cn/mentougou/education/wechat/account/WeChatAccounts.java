package cn.mentougou.education.wechat.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts that this installation serves, by their AppID. */
public class WeChatAccounts {

	private final List<WeChatAccount> accounts;

	private final Map<String, WeChatAccount> byAppId;

	private final Map<String, String> labels;

	/** Serves the given accounts; their AppIDs must differ. */
	public WeChatAccounts(List<WeChatAccount> accounts) {
		this.accounts = List.copyOf(accounts);
		this.byAppId = this.accounts.stream().collect(Collectors.toMap(WeChatAccount::appId, Function.identity()));
		this.labels = labels(this.accounts);
	}

	/** The account with this AppID, if it is one of ours. */
	public Optional<WeChatAccount> find(String appId) {
		return Optional.ofNullable(this.byAppId.get(appId));
	}

	/**
	 * The account with this AppID.
	 * @throws IllegalArgumentException if it is not one of ours
	 */
	public WeChatAccount of(String appId) {
		return find(appId).orElseThrow(() -> new IllegalArgumentException("no such account: " + appId));
	}

	/** The first account of this kind, if there is one. */
	public Optional<WeChatAccount> first(AccountKind kind) {
		return this.accounts.stream().filter((account) -> account.kind() == kind).findFirst();
	}

	/** All accounts in the order of the configuration. */
	public List<WeChatAccount> all() {
		return this.accounts;
	}

	/**
	 * What people call them, by their AppIDs: two of one kind are told apart by those.
	 */
	public Map<String, String> labels() {
		return this.labels;
	}

	/** What people call the account with this AppID, ours or not. */
	public String label(String appId) {
		return this.labels.getOrDefault(appId, appId);
	}

	private static Map<String, String> labels(List<WeChatAccount> accounts) {
		Map<String, String> labels = new LinkedHashMap<>();
		for (WeChatAccount account : accounts) {
			long alike = accounts.stream().filter((other) -> other.kind() == account.kind()).count();
			labels.put(account.appId(), account.kind().label() + ((alike > 1) ? " " + account.appId() : ""));
		}
		return Collections.unmodifiableMap(labels);
	}

}
