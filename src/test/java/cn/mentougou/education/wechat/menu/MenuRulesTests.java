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
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MenuRulesTests {

	private static final MenuRules.Known KNOWN = new MenuRules.Known(Set.of("NEWS"), Set.of("https://own.example/h5"),
			Set.of("www.mentougou.gov.cn"));

	private static final MenuButton NEWS = click("新闻", "NEWS");

	static Stream<Arguments> entries() {
		String wide = "字".repeat(5);
		return Stream.of(arguments(NEWS, ""), arguments(click("", "NEWS"), "menu.name-missing"),
				arguments(click(wide, "NEWS"), "menu.name-cut"), arguments(click(wide + "b", "NEWS"), "menu.name-cut"),
				arguments(click(wide + "bc", "NEWS"), "menu.name-too-long"),
				arguments(click("a\nb", "NEWS"), "menu.name-control"), arguments(click("无", ""), "menu.key-missing"),
				arguments(click("无", "NOBODY"), "menu.key-unanswered"),
				arguments(click("长", "k".repeat(129)), "menu.key-too-long"),
				arguments(button(ButtonKind.SCANCODE_WAITMSG, "NOBODY"), "menu.key-unanswered"),
				arguments(button(ButtonKind.SCANCODE_PUSH, "ANY"), ""),
				arguments(button(ButtonKind.PIC_WEIXIN, "ANY"), ""),
				arguments(button(ButtonKind.LOCATION_SELECT, ""), "menu.key-missing"),
				arguments(view("https://www.mentougou.gov.cn/a?b=1#c"), ""),
				arguments(view("https://jw.www.mentougou.gov.cn/"), ""),
				arguments(view("http://www.mentougou.gov.cn/"), "menu.url-not-https"),
				arguments(view("https://WWW.MENTOUGOU.GOV.CN/"), ""), arguments(view("https://own.example/h5"), ""),
				arguments(view("https://own.example/other"), "menu.domain-not-allowed"),
				arguments(view("https://www.mentougou.gov.cn.evil.example/"), "menu.domain-not-allowed"),
				arguments(view("https://evilwww.mentougou.gov.cn/"), "menu.domain-not-allowed"),
				arguments(view("https://www.mentougou.gov.cn@evil.example/"), "menu.url-malformed"),
				arguments(view("https://mp.weixin.qq.com/s/abc"), ""), arguments(view(""), "menu.url-missing"),
				arguments(view("javascript:alert(1)"), "menu.url-malformed"),
				arguments(view("https://"), "menu.url-malformed"),
				arguments(view("https://www.mentougou.gov.cn/新闻"), "menu.url-malformed"),
				arguments(view("https://www.mentougou.gov.cn/" + "a".repeat(996)), "menu.url-too-long"),
				arguments(mini("wx0123456789abcdef", "pages/index", "https://www.mentougou.gov.cn/"), ""),
				arguments(mini("gh_1", "pages/index", "https://www.mentougou.gov.cn/"), "menu.mini-app-id"),
				arguments(mini("wx0123456789abcdef", "", "https://www.mentougou.gov.cn/"), "menu.mini-page-missing"),
				arguments(mini("wx0123456789abcdef", "pages/index", ""), "menu.mini-url-missing"),
				arguments(button(ButtonKind.MEDIA_ID, ""), "menu.media-missing"),
				arguments(button(ButtonKind.VIEW_LIMITED, "素材"), "menu.id-malformed"),
				arguments(button(ButtonKind.ARTICLE_ID, ""), "menu.article-missing"),
				arguments(button(ButtonKind.ARTICLE_VIEW_LIMITED, "abc-1"), ""),
				arguments(button(ButtonKind.FOREIGN, "finder"), "menu.kind-unknown"),
				arguments(MenuButton.submenu("空", List.of()), "menu.submenu-empty"),
				arguments(MenuButton.submenu("深", List.of(MenuButton.submenu("更深", List.of(NEWS)))), "menu.too-deep"),
				arguments(MenuButton.submenu("多", Collections.nCopies(6, NEWS)), "menu.too-many-entries"));
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
