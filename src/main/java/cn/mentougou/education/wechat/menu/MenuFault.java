package cn.mentougou.education.wechat.menu;

import java.util.List;

/**
 * Something about a menu that people should know; its sentence stands in
 * {@code messages/menu} under the code.
 *
 * @param place which entry, such as {@code m0.b1.e2}: menu, entry of the first level,
 * entry under it, each from 0; {@code m0} for a menu as a whole
 * @param code the code of the sentence
 * @param arguments what the sentence mentions
 * @param isWarning whether it may be published all the same
 */
public record MenuFault(String place, String code, List<Object> arguments, boolean isWarning) {

	/** Copies the arguments. */
	public MenuFault {
		arguments = List.copyOf(arguments);
	}

	/** Where that is, in Chinese. */
	public String where() {
		String[] steps = this.place.split("\\.");
		int menu = number(steps[0]);
		StringBuilder words = new StringBuilder((menu == 0) ? "默认菜单" : "第 " + menu + " 个个性化菜单");
		if (steps.length > 1) {
			words.append("第 ").append(number(steps[1]) + 1).append(" 栏");
		}
		if (steps.length > 2) {
			words.append("第 ").append(number(steps[2]) + 1).append(" 项");
		}
		return words.toString();
	}

	private static int number(String step) {
		return Integer.parseInt(step.substring(1));
	}

}
