package cn.mentougou.education.wechat.menu;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that know what a test says. */
public final class Checks {

	private Checks() {
	}

	/**
	 * Checks for which these keys are answered, and the pages of www.mentougou.gov.cn.
	 */
	public static MenuChecks knowing(String... keys) {
		List<MenuTargets.Target> targets = Arrays.stream(keys).map((key) -> MenuTargets.Target.key(key, "测试")).toList();
		return new MenuChecks(() -> Stream.of((account) -> targets), Set.of("www.mentougou.gov.cn"));
	}

}
