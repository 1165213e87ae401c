package cn.mentougou.wechatsim.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an account's owner entered for pages in the browser. Hosts are whole ones, without
 * scheme; a port is allowed here, unlike on the platform.
 *
 * @param authorisationHosts 网页授权域名: where codes may be sent, two at most
 * @param scriptHosts JS接口安全域名: whose pages may use the JS-SDK, five at most
 */
public record WebSettings(List<String> authorisationHosts, List<String> scriptHosts) {

	private static final int MOST_AUTHORISATION_HOSTS = 2;

	private static final int MOST_SCRIPT_HOSTS = 5;

	static final WebSettings NONE = new WebSettings(List.of(), List.of());

	public WebSettings {
		authorisationHosts = checked(authorisationHosts, MOST_AUTHORISATION_HOSTS);
		scriptHosts = checked(scriptHosts, MOST_SCRIPT_HOSTS);
	}

	/** The same host for both purposes. */
	public static WebSettings of(String host) {
		return new WebSettings(List.of(host), List.of(host));
	}

	private static List<String> checked(@Nullable List<String> hosts, int most) {
		List<String> given = (hosts != null) ? List.copyOf(hosts) : List.of();
		if (given.size() > most) {
			throw new IllegalArgumentException("域名最多填 " + most + " 个");
		}
		for (String host : given) {
			if (!host.matches("[a-zA-Z0-9.-]+(:[0-9]{1,5})?")) {
				throw new IllegalArgumentException("域名只填主机名，不带 http:// 和路径：" + host);
			}
		}
		return given;
	}

}
