package cn.mentougou.education.wechat.account;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * One official account with its secrets.
 *
 * @param kind subscription or service account
 * @param appId the platform's id of the account, {@code wx} and 16 characters
 * @param originalId the account's name in messages, {@code gh_…}
 * @param secret the AppSecret, with which access tokens are fetched
 * @param token the word that signs pushes
 * @param aesKey EncodingAESKey, 43 characters; absent only in plain mode
 * @param mode how pushes arrive
 * @param verified whether the platform verified the account (认证)
 * @param previousToken the token before the last change, still accepted
 * @param previousAesKey the AES key before the last change, still accepted
 */
public record WeChatAccount(AccountKind kind, String appId, String originalId, String secret, String token,
		@Nullable String aesKey, PushMode mode, boolean verified, @Nullable String previousToken,
		@Nullable String previousAesKey) {

	/** Whether the platform lets this account do it. */
	public boolean may(Capability capability) {
		return capability.isGrantedTo(this.kind, this.verified);
	}

	/**
	 * Refuses what the platform would refuse (48001), before it is called.
	 * @throws Refusal.Forbidden if the account may not do it; the sentence says why
	 */
	public void require(Capability capability) {
		if (!may(capability)) {
			String status = this.verified ? "已认证" : "未认证";
			throw new Refusal.Forbidden("account.incapable", this.kind.label(), status, capability.title(),
					capability.holders());
		}
	}

	/** Says which account it is and none of its secrets. */
	@Override
	public String toString() {
		return "WeChatAccount[" + this.kind + " " + this.appId + " " + this.mode + "]";
	}

}
