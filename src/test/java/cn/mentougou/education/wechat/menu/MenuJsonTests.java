package cn.mentougou.education.wechat.menu;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MenuJsonTests {

	private static final MenuButton NEWS = MenuButton.of("新闻", ButtonKind.CLICK, "NEWS");

	@Test
	void everyKindIsWrittenAndReadAgain() {
		List<MenuButton> entries = Arrays.stream(ButtonKind.values())
			.filter((kind) -> kind != ButtonKind.SUBMENU)
			.map((kind) -> new MenuButton("名", kind, "v", (kind == ButtonKind.MINIPROGRAM) ? "wx1" : "",
					(kind == ButtonKind.MINIPROGRAM) ? "pages/a" : "", List.of()))
			.toList();
		MenuSet set = new MenuSet(List.of(MenuButton.submenu("全部", entries), NEWS),
				List.of(new MenuSet.Conditional(new MenuSet.Audience("100", "2"), List.of(NEWS))));
		assertThat(MenuJson.read(MenuJson.write(set))).isEqualTo(set);
	}

	@Test
	void bodyHasThePlatformsFieldsAndRawCharacters() {
		assertThat(MenuJson.body(List.of(MenuButton.submenu("家校", List.of(NEWS)),
				MenuButton.of("网站", ButtonKind.VIEW, "https://a.example/?b=1&c=2"))))
			.isEqualTo(
					"{\"button\":[{\"name\":\"家校\",\"sub_button\":[{\"type\":\"click\",\"name\":\"新闻\",\"key\":\"NEWS\"}]},"
							+ "{\"type\":\"view\",\"name\":\"网站\",\"url\":\"https://a.example/?b=1&c=2\"}]}");
		assertThat(MenuJson.body(new MenuSet.Conditional(new MenuSet.Audience("100", ""), List.of(NEWS))))
			.endsWith("\"matchrule\":{\"tag_id\":\"100\"}}");
	}

	@Test
	void menuOfThePlatformIsReadWithItsNumbers() {
		String shown = "{\"menu\":{\"button\":[{\"type\":\"click\",\"name\":\"新闻\",\"key\":\"NEWS\",\"sub_button\":[]}],"
				+ "\"menuid\":1},\"conditionalmenu\":[{\"button\":[{\"type\":\"view\",\"name\":\"页\",\"url\":\"https://a.example\","
				+ "\"sub_button\":[]}],\"matchrule\":{\"group_id\":2,\"client_platform_type\":1},\"menuid\":208396993}]}";
		MenuSet set = MenuJson.read(shown);
		assertThat(set.buttons()).containsExactly(NEWS);
		assertThat(set.conditional().get(0).audience()).isEqualTo(new MenuSet.Audience("2", "1"));
		assertThat(MenuJson.conditionalIds(shown)).containsExactly("208396993");
	}

	@Test
	void menuMadeByHandIsReadWithWhatIsNotKnownHere() {
		MenuSet set = MenuJson.readSelfMenu("{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":["
				+ "{\"name\":\"服务\",\"sub_button\":{\"list\":[{\"type\":\"view\",\"name\":\"网站\",\"url\":\"https://a.example\"},"
				+ "{\"type\":\"news\",\"name\":\"图文\",\"value\":\"M1\",\"news_info\":{\"list\":[]}}]}},"
				+ "{\"type\":\"media_id\",\"name\":\"图片\",\"value\":\"M2\"}]}}");
		assertThat(set.buttons().get(0).entries()).containsExactly(
				MenuButton.of("网站", ButtonKind.VIEW, "https://a.example"),
				MenuButton.of("图文", ButtonKind.FOREIGN, "news"));
		assertThat(set.buttons().get(1)).isEqualTo(MenuButton.of("图片", ButtonKind.MEDIA_ID, "M2"));
	}

	@Test
	void orderOfConditionalMenusMakesNoDifferenceToWhatIsShown() {
		MenuSet.Conditional one = new MenuSet.Conditional(new MenuSet.Audience("1", ""), List.of(NEWS));
		MenuSet.Conditional two = new MenuSet.Conditional(new MenuSet.Audience("2", ""), List.of(NEWS));
		MenuSet set = new MenuSet(List.of(NEWS), List.of(one, two));
		assertThat(set.showsLike(new MenuSet(List.of(NEWS), List.of(two, one)))).isTrue();
		assertThat(set.showsLike(new MenuSet(List.of(NEWS), List.of(one, one)))).isFalse();
		assertThat(set.showsLike(new MenuSet(List.of(NEWS), List.of(one, two, two)))).isFalse();
		assertThat(set.showsLike(new MenuSet(List.of(NEWS.named("别")), List.of(one, two)))).isFalse();
	}

}
