package cn.mentougou.education.wechat.web;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.h5.*}.
 *
 * @param sessionFor how long somebody stays signed in
 * @param browserMark what WeChat's browser has in its name that others have not
 * @param verifyFiles names of the files that prove to the platform whose host it is
 */
@ConfigurationProperties("education.h5")
record H5Settings(@DefaultValue("12h") Duration sessionFor, @DefaultValue("MicroMessenger") String browserMark,
		@DefaultValue List<String> verifyFiles) {

	private static final Pattern VERIFY_FILE = Pattern.compile("MP_verify_[A-Za-z0-9]{8,64}\\.txt");

	H5Settings {
		if (sessionFor.compareTo(Duration.ofMinutes(10)) < 0 || sessionFor.compareTo(Duration.ofHours(24)) > 0) {
			throw new Misconfigured("education.h5.session-for 应在 10m 到 24h 之间。");
		}
		for (String file : verifyFiles) {
			if (!VERIFY_FILE.matcher(file).matches()) {
				throw new Misconfigured("education.h5.verify-files 只能是 MP_verify_….txt 这样的文件名，不是 " + file + "。");
			}
		}
	}

}
