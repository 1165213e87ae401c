package cn.mentougou.education.wechat.token;

import cn.mentougou.education.wechat.breaker.NothingSent;

/**
 * There is no access token to be had right now: the platform refuses it, cannot be
 * reached, or another instance is still asking. The sentence is for the operator, in
 * Chinese, and holds no secret.
 */
public class TokenUnavailable extends NothingSent {

	/** The platform was not reached, or answered something that is no answer. */
	public static final int UNREACHABLE = -99;

	/** Another thread or instance is asking and took too long. */
	public static final int BUSY = -98;

	private final String appId;

	private final int code;

	private final String detail;

	TokenUnavailable(String appId, int code, String detail) {
		super(sentence(appId, code, detail));
		this.appId = appId;
		this.code = code;
		this.detail = detail;
	}

	@Override
	public String appId() {
		return this.appId;
	}

	/** The platform's error code, or one of the two above. */
	public int code() {
		return this.code;
	}

	@Override
	public String sentence() {
		return sentence(this.appId, this.code, this.detail);
	}

	/** What the platform said besides: an address, or its request id (rid). */
	String detail() {
		return this.detail;
	}

	/** Whether time alone may heal it, so that trying soon makes sense. */
	boolean isPassing() {
		return this.code == -1 || this.code == UNREACHABLE || this.code == BUSY || this.code == 45011;
	}

	private static String sentence(String appId, int code, String detail) {
		return "公众号 " + appId + " 取不到 access_token：" + switch (code) {
			case UNREACHABLE -> "连不上微信平台（" + detail + "）。请检查服务器的外网出口、DNS 和 education.wechat.api-base-url。";
			case BUSY -> "另一处正在向微信平台换取，等了太久。请稍后再试；持续出现时请看数据库和外网是否变慢。";
			case -1 -> "微信平台繁忙（-1，" + detail + "）。请稍后再试。";
			case 40013 -> "微信平台不认识这个 AppID（40013，" + detail + "）。请核对 education.wechat.accounts 里的 app-id。";
			case 40001, 40125 -> "AppSecret 不对（" + code + "，" + detail + "）。请在公众平台核对或重置 AppSecret，再改 secret 配置。";
			case 40164 -> "服务器出口地址 " + detail + " 不在公众平台的 IP 白名单里（40164）。请在“开发接口管理”把这个地址加入 IP 白名单。";
			case 40243 -> "AppSecret 已被冻结（40243，" + detail + "）。请管理员在公众平台解冻。";
			case 45009 -> "今天换取的次数已用完（45009，" + detail + "）。请查明谁在反复换取，或在公众平台清零接口次数。";
			case 45011 -> "换取得太频繁（45011，" + detail + "）。请稍后再试。";
			case 50004, 50007 -> "公众号被封禁或已注销（" + code + "，" + detail + "）。请登录公众平台查看通知。";
			case 89503, 89506, 89507 -> "这个出口地址要管理员在微信里确认，或刚被管理员拒绝（" + code + "，" + detail + "）。请联系公众号管理员。";
			default -> "微信平台拒绝了（" + code + "，" + detail + "）。请按这个代码查公众平台的返回码说明。";
		};
	}

}
