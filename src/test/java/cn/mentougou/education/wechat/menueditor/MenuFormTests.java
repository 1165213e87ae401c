package cn.mentougou.education.wechat.menueditor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;

import static org.assertj.core.api.Assertions.assertThat;

class MenuFormTests {

	private final MenuForm form = MenuForm.of(fields());

	private static Map<String, String> fields() {
		Map<String, String> fields = new HashMap<>();
		fields.put("m0.b0.name", "新闻");
		fields.put("m0.b0.e0.name", "今日");
		fields.put("m0.b0.e0.target", "CLICK:NEWS");
		fields.put("m0.b0.e1.name", "网站");
		fields.put("m0.b0.e1.target", "VIEW");
		fields.put("m0.b0.e1.value", " https://a.example:8443/?x=1 ");
		fields.put("m0.b1.name", "小程序");
		fields.put("m0.b1.target", "MINIPROGRAM");
		fields.put("m0.b1.value", "https://a.example/");
		fields.put("m0.b1.appId", "wx1");
		fields.put("m0.b1.page", "pages/a");
		fields.put("m1.tag", "100");
		fields.put("m1.client", "2");
		fields.put("m1.b0.name", "给家长");
		fields.put("m1.b0.target", "CLICK:CLASS");
		fields.put("note", "说明");
		fields.put("based", "7");
		return fields;
	}

	@Test
	void formIsReadAsItWasTyped() {
		assertThat(this.form.based()).isEqualTo(7);
		assertThat(this.form.set().buttons()).containsExactly(
				MenuButton.submenu("新闻",
						List.of(MenuButton.of("今日", ButtonKind.CLICK, "NEWS"),
								MenuButton.of("网站", ButtonKind.VIEW, "https://a.example:8443/?x=1"))),
				new MenuButton("小程序", ButtonKind.MINIPROGRAM, "https://a.example/", "wx1", "pages/a", List.of()));
		assertThat(this.form.set().conditional()).singleElement()
			.satisfies((one) -> assertThat(one.audience().words()).isEqualTo("标签 100 中使用安卓手机的人"));
	}

	@Test
	void entriesAreAddedRemovedAndMoved() {
		assertThat(names(this.form.after("add:m0"))).containsExactly("新闻", "小程序", "");
		assertThat(names(this.form.after("down:m0.b0"))).containsExactly("小程序", "新闻");
		assertThat(names(this.form.after("up:m0.b1"))).containsExactly("小程序", "新闻");
		assertThat(names(this.form.after("remove:m0.b0"))).containsExactly("小程序");
		assertThat(under(this.form.after("up:m0.b0.e1"), 0)).containsExactly("网站", "今日");
		assertThat(under(this.form.after("add:m0.b0"), 0)).containsExactly("今日", "网站", "");
		MenuButton bare = this.form.after("remove:m0.b0.e0").after("remove:m0.b0.e0").set().buttons().get(0);
		assertThat(bare).isEqualTo(MenuButton.of("新闻", ButtonKind.CLICK, ""));
	}

	@Test
	void whatAnEntryLedToBecomesTheFirstOneUnderIt() {
		assertThat(this.form.after("add:m0.b1").set().buttons().get(1).entries()).extracting(MenuButton::value)
			.containsExactly("https://a.example/", "");
	}

	@Test
	void conditionalMenuBeginsAsACopyAndCanBeMovedAndRemoved() {
		MenuForm two = this.form.after("add:m");
		assertThat(two.set().conditional()).hasSize(2);
		assertThat(two.set().conditional().get(1).buttons()).isEqualTo(this.form.set().buttons());
		assertThat(two.after("up:m2").set().conditional().get(1).audience().tagId()).isEqualTo("100");
		assertThat(two.after("remove:m1").set().conditional()).hasSize(1);
		assertThat(this.form.after("remove:m1.b0").set().conditional().get(0).buttons()).isEmpty();
	}

	@Test
	void keyboardGoesOnWithWhatWasDone() {
		assertThat(this.form.focusAfter("add:m0")).isEqualTo("m0.b2.name");
		assertThat(this.form.focusAfter("add:m0.b0")).isEqualTo("m0.b0.e2.name");
		assertThat(this.form.focusAfter("add:m")).isEqualTo("m2.tag");
		assertThat(this.form.focusAfter("down:m0.b0")).isEqualTo("up:m0.b1");
		assertThat(this.form.focusAfter("up:m0.b1")).isEqualTo("down:m0.b0");
		assertThat(this.form.focusAfter("remove:m0.b0.e1")).isEqualTo("add:m0.b0");
		assertThat(this.form.focusAfter("remove:m0.b1")).isEqualTo("add:m0");
		assertThat(this.form.focusAfter("remove:m1")).isEqualTo("add:m");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "add", "add:", "add:m9", "remove:m0.b9", "up:m0.b0.e9", "add:m0.b0.e0.e0",
			"burn:m0.b0", "up:m0", "remove:m", "down:m9.b9", "add:m7.b1", "save", "add:m0.b9" })
	void nonsenseIsBorne(String act) {
		assertThat(this.form.after(act)).isNotNull();
		assertThat(this.form.focusAfter(act)).isNotNull();
	}

	private static List<String> names(MenuForm form) {
		return form.set().buttons().stream().map(MenuButton::name).toList();
	}

	private static List<String> under(MenuForm form, int at) {
		return form.set().buttons().get(at).entries().stream().map(MenuButton::name).toList();
	}

}
