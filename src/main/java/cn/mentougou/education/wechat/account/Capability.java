package cn.mentougou.education.wechat.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the platform lets an account do by its kind and verification (接口权限), and by which
 * calls. From the official table of interface privileges; where its copies disagree, the
 * stricter reading.
 */
public enum Capability {

	/** Menus by the API (自定义菜单). */
	MENU("自定义菜单", Holders.VERIFIED_OR_SERVICE, "/cgi-bin/menu/", "/cgi-bin/get_current_selfmenu_info"),

	/** Customer-service messages (客服消息) and the sign that somebody types. */
	CUSTOMER_SERVICE("客服消息", Holders.VERIFIED, "/cgi-bin/message/custom/"),

	/** Mass messages to everybody or to a tag (群发). */
	MASS_MESSAGE("群发", Holders.VERIFIED, "/cgi-bin/message/mass/"),

	/** Mass messages to a list of openids. */
	MASS_TO_LIST("按名单群发", Holders.VERIFIED_SERVICE, "/cgi-bin/message/mass/send"),

	/** The draft box (草稿箱). */
	DRAFT("草稿箱", Holders.VERIFIED, "/cgi-bin/draft/"),

	/** Publishing without a push (发布). */
	FREE_PUBLISH("发布", Holders.VERIFIED, "/cgi-bin/freepublish/"),

	/** Comments under articles (留言). */
	COMMENT("留言管理", Holders.VERIFIED, "/cgi-bin/comment/"),

	/** Who follows, tags, remarks, the blacklist (用户管理). */
	FOLLOWER("用户管理", Holders.VERIFIED, "/cgi-bin/user/", "/cgi-bin/tags/"),

	/** QR codes with parameters (带参数二维码). */
	SCENE_QR_CODE("带参数二维码", Holders.VERIFIED_SERVICE, "/cgi-bin/qrcode/"),

	/** Web authorisation (网页授权). */
	WEB_AUTHORIZATION("网页授权", Holders.VERIFIED_SERVICE, "/sns/"),

	/** Template messages (模板消息). */
	TEMPLATE_MESSAGE("模板消息", Holders.VERIFIED_SERVICE, "/cgi-bin/message/template/", "/cgi-bin/template/"),

	/** Subscription notices (订阅通知). */
	SUBSCRIPTION_NOTICE("订阅通知", Holders.VERIFIED_SERVICE, "/cgi-bin/message/subscribe/", "/wxaapi/newtmpl/"),

	/** The older one-time subscription message (一次性订阅消息). */
	ONE_TIME_MESSAGE("一次性订阅消息", Holders.VERIFIED, "/cgi-bin/message/template/subscribe"),

	/** Statistics (数据统计). */
	STATISTICS("数据统计", Holders.VERIFIED, "/datacube/"),

	/** Accounts and sessions of the platform's own staff tool. */
	STAFF_TOOL("客服管理", Holders.VERIFIED_SERVICE, "/customservice/", "/cgi-bin/customservice/");

	private final String title;

	private final Holders holders;

	private final List<String> paths;

	Capability(String title, Holders holders, String... paths) {
		this.title = title;
		this.holders = holders;
		this.paths = List.of(paths);
	}

	/** What people call it. */
	public String title() {
		return this.title;
	}

	/** Which accounts have it, as the end of a sentence. */
	public String holders() {
		return this.holders.title;
	}

	/**
	 * What an account must be able to do for this call; empty where every account may
	 * make it.
	 * @param address the address of the call without its query, such as
	 * {@code https://api.weixin.qq.com/cgi-bin/menu/create}
	 */
	public static Optional<Capability> of(String address) {
		return Arrays.stream(values())
			.filter((capability) -> capability.lengthIn(address) > 0)
			.max((one, other) -> Integer.compare(one.lengthIn(address), other.lengthIn(address)));
	}

	boolean isGrantedTo(AccountKind kind, boolean verified) {
		return switch (this.holders) {
			case VERIFIED -> verified;
			case VERIFIED_OR_SERVICE -> verified || kind == AccountKind.SERVICE;
			case VERIFIED_SERVICE -> verified && kind == AccountKind.SERVICE;
		};
	}

	/** How much of the address one of our paths names: a folder, or the whole end. */
	private int lengthIn(String address) {
		return this.paths.stream()
			.filter((ours) -> ours.endsWith("/") ? address.contains(ours) : address.endsWith(ours))
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

	/** Which accounts have a capability. */
	private enum Holders {

		VERIFIED("认证的公众号"), VERIFIED_OR_SERVICE("服务号和认证的订阅号"), VERIFIED_SERVICE("认证的服务号");

		private final String title;

		Holders(String title) {
			this.title = title;
		}

	}

}
