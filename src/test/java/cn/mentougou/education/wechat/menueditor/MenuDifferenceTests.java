package cn.mentougou.education.wechat.menueditor;

import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuSet;

import static org.assertj.core.api.Assertions.assertThat;

class MenuDifferenceTests {

	private static final MenuButton NEWS = click("新闻", "NEWS");

	private static final MenuButton HELP = click("帮助", "HELP");

	@Test
	void sameMenuDiffersInNothing() {
		assertThat(words(set(NEWS, HELP), set(NEWS, HELP))).isEmpty();
	}

	@Test
	void everyChangeHasItsSentence() {
		assertThat(words(set(NEWS), set(NEWS, HELP))).containsExactly("默认菜单新增“帮助”（HELP）");
		assertThat(words(set(NEWS, HELP), set(NEWS))).containsExactly("默认菜单删去“帮助”");
		assertThat(words(set(NEWS), set(click("要闻", "NEWS")))).containsExactly("默认菜单的“新闻”改名为“要闻”");
		assertThat(words(set(NEWS), set(click("新闻", "OTHER")))).containsExactly("默认菜单的“新闻”由NEWS，改为OTHER");
		assertThat(words(set(NEWS, HELP), set(HELP, NEWS))).containsExactly("默认菜单的顺序变为：帮助、新闻");
		assertThat(
				words(set(MenuButton.submenu("更多", List.of(NEWS))), set(MenuButton.submenu("更多", List.of(NEWS, HELP)))))
			.containsExactly("默认菜单的“更多”里新增“帮助”（HELP）");
	}

	@Test
	void conditionalMenusAreComparedByTheirAudience() {
		assertThat(words(set(NEWS), conditional("100", NEWS))).containsExactly("新增给标签 100 中的人看的个性化菜单");
		assertThat(words(conditional("100", NEWS), set(NEWS))).containsExactly("删去给标签 100 中的人看的个性化菜单");
		assertThat(words(conditional("100", NEWS), conditional("100", HELP))).containsExactly("给标签 100 中的人看的菜单删去“新闻”",
				"给标签 100 中的人看的菜单新增“帮助”（HELP）");
	}

	@Test
	void linesStandBesideWhatTheyBecame() {
		assertThat(MenuDifference.sideBySide(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
			.extracting((line) -> line.left() + "|" + line.right())
			.containsExactly("a|a", "b|", "|x", "c|c", "|d");
	}

	private static List<String> words(MenuSet before, MenuSet after) {
		return MenuDifference.words(before, after, MenuButton::value);
	}

	private static MenuSet set(MenuButton... buttons) {
		return MenuSet.of(List.of(buttons));
	}

	private static MenuSet conditional(String tag, MenuButton button) {
		return new MenuSet(List.of(NEWS),
				List.of(new MenuSet.Conditional(new MenuSet.Audience(tag, ""), List.of(button))));
	}

	private static MenuButton click(String name, String key) {
		return MenuButton.of(name, ButtonKind.CLICK, key);
	}

}
