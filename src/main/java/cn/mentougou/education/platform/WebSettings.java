package cn.mentougou.education.platform;

import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.web.*}.
 *
 * @param frameAncestors which sites may show our pages in a frame of theirs, as the
 * policy of the browser spells them
 */
@ConfigurationProperties("education.web")
record WebSettings(@DefaultValue("'none'") String frameAncestors) {

	/** Without encryption only on this machine. */
	private static final String SITE = "(https://[a-zA-Z0-9.*:-]+|http://localhost(:[0-9]+)?)";

	private static final Pattern SOURCES = Pattern.compile("'none'|('self'|" + SITE + ")( ('self'|" + SITE + "))*");

	WebSettings {
		if (!SOURCES.matcher(frameAncestors).matches()) {
			throw new Misconfigured(
					"education.web.frame-ancestors 写得不对：请写 'none'（不允许嵌入，默认）、'self'，或以空格隔开的 https:// 网址。");
		}
	}

}
