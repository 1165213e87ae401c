package cn.mentougou.education.office.door;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Browser and system in words that people know again; the browser's own words are not
 * kept.
 */
final class Device {

	private static final Map<String, String> BROWSERS = ordered("MicroMessenger", "微信", "Edg", "Edge", "OPR", "Opera",
			"QQBrowser", "QQ 浏览器", "360SE", "360 浏览器", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");

	private static final Map<String, String> SYSTEMS = ordered("Windows", "Windows", "Android", "安卓手机", "iPhone",
			"iPhone", "iPad", "iPad", "Mac OS", "Mac", "Linux", "Linux");

	private Device() {
	}

	static String of(@Nullable String userAgent) {
		String said = userAgent != null ? userAgent : "";
		return first(BROWSERS, said, "其他浏览器") + " · " + first(SYSTEMS, said, "其他系统");
	}

	private static String first(Map<String, String> words, String said, String otherwise) {
		return words.entrySet()
			.stream()
			.filter((word) -> said.contains(word.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(otherwise);
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put(pairs[i], pairs[i + 1]);
		}
		return map;
	}

}
