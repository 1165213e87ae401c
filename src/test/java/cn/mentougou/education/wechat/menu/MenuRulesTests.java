package cn.mentougou.education.wechat.menu;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MenuRulesTests {

	private static final MenuRules.Known KNOWN = new MenuRules.Known(Set.of("NEWS"), Set.of("https://own.example/h5"),
			Set.of("www.mentougou.gov.cn"));

	private static final MenuButton NEWS = click("新闻", "NEWS");

	static Stream<Arguments> entries() {
		String wide = "字".repeat(5);
		return Stream.of(Arguments.of(NEWS, ""), Arguments.of(click("", "NEWS"), "menu.name-missing"),
				Arguments.of(click(wide, "NEWS"), "menu.name-cut"),
				Arguments.of(click(wide + "b", "NEWS"), "menu.name-cut"),
				Arguments.of(click(wide + "bc", "NEWS"), "menu.name-too-long"),
				Arguments.of(click("a\nb", "NEWS"), "menu.name-control"),
				Arguments.of(click("无", ""), "menu.key-missing"),
				Arguments.of(click("无", "NOBODY"), "menu.key-unanswered"),
				Arguments.of(click("长", "k".repeat(129)), "menu.key-too-long"),
				Arguments.of(button(ButtonKind.SCANCODE_WAITMSG, "NOBODY"), "menu.key-unanswered"),
				Arguments.of(button(ButtonKind.SCANCODE_PUSH, "ANY"), ""),
				Arguments.of(button(ButtonKind.PIC_WEIXIN, "ANY"), ""),
				Arguments.of(button(ButtonKind.LOCATION_SELECT, ""), "menu.key-missing"),
				Arguments.of(view("https://www.mentougou.gov.cn/a?b=1#c"), ""),
				Arguments.of(view("https://jw.www.mentougou.gov.cn/"), ""),
				Arguments.of(view("http://www.mentougou.gov.cn/"), "menu.url-not-https"),
				Arguments.of(view("https://WWW.MENTOUGOU.GOV.CN/"), ""),
				Arguments.of(view("https://own.example/h5"), ""),
				Arguments.of(view("https://own.example/other"), "menu.domain-not-allowed"),
				Arguments.of(view("https://www.mentougou.gov.cn.evil.example/"), "menu.domain-not-allowed"),
				Arguments.of(view("https://evilwww.mentougou.gov.cn/"), "menu.domain-not-allowed"),
				Arguments.of(view("https://www.mentougou.gov.cn@evil.example/"), "menu.url-malformed"),
				Arguments.of(view("https://mp.weixin.qq.com/s/abc"), ""), Arguments.of(view(""), "menu.url-missing"),
				Arguments.of(view("javascript:alert(1)"), "menu.url-malformed"),
				Arguments.of(view("https://"), "menu.url-malformed"),
				Arguments.of(view("https://www.mentougou.gov.cn/新闻"), "menu.url-malformed"),
				Arguments.of(view("https://www.mentougou.gov.cn/" + "a".repeat(996)), "menu.url-too-long"),
				Arguments.of(mini("wx0123456789abcdef", "pages/index", "https://www.mentougou.gov.cn/"), ""),
				Arguments.of(mini("gh_1", "pages/index", "https://www.mentougou.gov.cn/"), "menu.mini-app-id"),
				Arguments.of(mini("wx0123456789abcdef", "", "https://www.mentougou.gov.cn/"), "menu.mini-page-missing"),
				Arguments.of(mini("wx0123456789abcdef", "pages/index", ""), "menu.mini-url-missing"),
				Arguments.of(button(ButtonKind.MEDIA_ID, ""), "menu.media-missing"),
				Arguments.of(button(ButtonKind.VIEW_LIMITED, "素材"), "menu.id-malformed"),
				Arguments.of(button(ButtonKind.ARTICLE_ID, ""), "menu.article-missing"),
				Arguments.of(button(ButtonKind.ARTICLE_VIEW_LIMITED, "abc-1"), ""),
				Arguments.of(button(ButtonKind.FOREIGN, "finder"), "menu.kind-unknown"),
				Arguments.of(MenuButton.submenu("空", List.of()), "menu.submenu-empty"),
				Arguments.of(MenuButton.submenu("深", List.of(MenuButton.submenu("更深", List.of(NEWS)))),
						"menu.too-deep"),
				Arguments.of(MenuButton.submenu("多", Collections.nCopies(6, NEWS)), "menu.too-many-entries"));
	}

	@ParameterizedTest
	@MethodSource("entries")
	void entryIsJudged(MenuButton button, String code) {
		assertThat(codes(MenuSet.of(List.of(button)))).filteredOn((found) -> !found.equals("menu.name-twice"))
			.containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
	}

	@Test
	void nameOfTheSecondLevelMayBeLonger() {
		assertThat(codes(MenuSet.of(List.of(MenuButton.submenu("上", List.of(click("字".repeat(8), "NEWS")))))))
			.isEmpty();
		assertThat(codes(MenuSet.of(List.of(MenuButton.submenu("上", List.of(click("字".repeat(9), "NEWS")))))))
			.containsExactly("menu.name-cut");
		assertThat(codes(MenuSet.of(List.of(MenuButton.submenu("上", List.of(click("字".repeat(21), "NEWS")))))))
			.containsExactly("menu.name-too-long");
	}

	@Test
	void menuHasOneToThreeEntries() {
		assertThat(codes(MenuSet.of(List.of()))).containsExactly("menu.empty");
		assertThat(codes(MenuSet.of(List.of(NEWS, click("二", "NEWS"), click("三", "NEWS"))))).isEmpty();
		assertThat(codes(MenuSet.of(Collections.nCopies(4, NEWS)))).contains("menu.too-many-buttons",
				"menu.name-twice");
	}

	@Test
	void pagesOfMoreThanThreeDomainsAreRefused() {
		List<MenuButton> pages = Stream.of("a", "b", "c", "d")
			.map((host) -> MenuButton.of(host, ButtonKind.VIEW, "https://" + host + ".www.mentougou.gov.cn/"))
			.toList();
		assertThat(codes(MenuSet.of(List.of(MenuButton.submenu("页", pages.subList(0, 3)))))).isEmpty();
		assertThat(codes(MenuSet.of(List.of(MenuButton.submenu("页", pages))))).containsExactly("menu.too-many-domains");
	}

	@Test
	void conditionalMenuNeedsAnAudienceAndADefaultMenu() {
		assertThat(codes(conditional(List.of(NEWS), "", ""))).containsExactly("menu.audience-missing");
		assertThat(codes(conditional(List.of(), "100", ""))).containsExactly("menu.empty");
		assertThat(codes(conditional(List.of(NEWS), "abc", ""))).containsExactly("menu.tag-malformed");
		assertThat(codes(conditional(List.of(NEWS), "", "9"))).containsExactly("menu.client-unknown");
		assertThat(codes(conditional(List.of(NEWS), "100", "2"))).isEmpty();
		MenuSet.Conditional one = new MenuSet.Conditional(new MenuSet.Audience("100", ""), List.of(NEWS));
		assertThat(codes(new MenuSet(List.of(NEWS), List.of(one, one)))).containsExactly("menu.audience-twice");
		assertThat(codes(new MenuSet(List.of(NEWS), Collections.nCopies(6, one))))
			.contains("menu.too-many-conditional");
	}

	@Test
	void placeIsSaidInWords() {
		MenuSet set = conditional(List.of(MenuButton.submenu("甲", List.of(NEWS, click("乙", "NOBODY")))), "1", "");
		assertThat(MenuRules.faults(set, KNOWN)).singleElement()
			.satisfies((fault) -> assertThat(fault.where()).isEqualTo("第 1 个个性化菜单第 1 栏第 2 项"));
	}

	private static List<String> codes(MenuSet set) {
		return MenuRules.faults(set, KNOWN).stream().map(MenuFault::code).toList();
	}

	private static MenuSet conditional(List<MenuButton> buttons, String tag, String client) {
		return new MenuSet(List.of(NEWS), List.of(new MenuSet.Conditional(new MenuSet.Audience(tag, client), buttons)));
	}

	private static MenuButton click(String name, String key) {
		return MenuButton.of(name, ButtonKind.CLICK, key);
	}

	private static MenuButton view(String url) {
		return button(ButtonKind.VIEW, url);
	}

	private static MenuButton button(ButtonKind kind, String value) {
		return MenuButton.of("名字", kind, value);
	}

	private static MenuButton mini(String appId, String page, String url) {
		return new MenuButton("小程序", ButtonKind.MINIPROGRAM, url, appId, page, List.of());
	}

}
