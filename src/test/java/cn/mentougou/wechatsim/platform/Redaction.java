package cn.mentougou.wechatsim.platform;

import java.util.regex.Pattern;

/** Takes secrets and tokens out of what is written to the log. */
final class Redaction {

	private static final String NAMES = "access_token|secret|appsecret|refresh_token|ticket";

	private static final Pattern IN_QUERY = Pattern.compile("(^|&)(" + NAMES + ")=[^&]*");

	private static final Pattern IN_JSON = Pattern.compile("\"(" + NAMES + ")\"\\s*:\\s*\"[^\"]*\"?");

	private Redaction() {
	}

	static String query(String query) {
		return IN_QUERY.matcher(query).replaceAll("$1$2=***");
	}

	static String json(String json) {
		return IN_JSON.matcher(json).replaceAll("\"$1\":\"***\"");
	}

}
