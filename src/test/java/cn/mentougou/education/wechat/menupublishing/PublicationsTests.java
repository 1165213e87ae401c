package cn.mentougou.education.wechat.menupublishing;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.menu.MenuJson;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.menupublishing.Publication.State;
import cn.mentougou.education.wechat.token.FakePlatform.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublicationsTests extends PublishingFixture {

	private static final UnaryOperator<Answer> CUT = (answer) -> MenuPlatform.cut();

	@Test
	void publishedMenuIsShownAndLive() {
		MenuVersion version = saved(menu("新闻"));
		Publication publication = this.publications.publish(EDITOR, version.id());
		assertThat(publication.state()).isEqualTo(State.SENT);
		assertThat(shown()).isEqualTo(menu("新闻"));
		assertThat(this.publications.live(APP_ID)).map(Publication::versionId).contains(version.id());
		assertThat(this.jdbc.sql("SELECT action FROM audit_entry ORDER BY id DESC LIMIT 3").query(String.class).list())
			.containsExactly("menu.publication-ended", "menu.publication-begun", "menu.saved");
	}

	@Test
	void rollingBackPublishesTheOldMenuAsANewVersion() {
		MenuVersion old = saved(menu("旧"));
		this.publications.publish(EDITOR, old.id());
		this.publications.publish(EDITOR, saved(menu("新")).id());
		Publication back = this.publications.rollBack(EDITOR, old.id());
		assertThat(back.state()).isEqualTo(State.SENT);
		assertThat(shown()).isEqualTo(menu("旧"));
		assertThat(this.versions.find(back.versionId())).satisfies((version) -> {
			assertThat(version.number()).isEqualTo(3);
			assertThat(version.origin()).isEqualTo(MenuVersion.Origin.ROLLED_BACK);
			assertThat(version.sourceId()).isEqualTo(old.id());
		});
	}

	@Test
	void conditionalMenusAreReplacedAsAWholeAndTheFirstIsTheNewest() {
		this.publications.publish(EDITOR, saved(menu("甲", "100", "101")).id());
		assertThat(this.publications.publish(EDITOR, saved(menu("乙", "102", "103")).id()).state())
			.isEqualTo(State.SENT);
		assertThat(shown().conditional()).extracting((one) -> one.audience().tagId()).containsExactly("103", "102");
		this.publications.publish(EDITOR, saved(menu("丙")).id());
		assertThat(shown()).isEqualTo(menu("丙"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 40018, 40054, 65316, 48001, 45009 })
	void refusalKeepsItsCodeAndTheOldMenu(int code) {
		this.publications.publish(EDITOR, saved(menu("旧")).id());
		this.platform.instead(MenuPlatform.CREATE, MenuPlatform.refusal(code));
		Publication refused = this.publications.publish(EDITOR, saved(menu("新")).id());
		assertThat(refused.state()).isEqualTo(State.REFUSED);
		assertThat(refused.reason()).isEqualTo(String.valueOf(code));
		assertThat(refused.rid()).isEqualTo("1-2-3");
		assertThat(shown()).isEqualTo(menu("旧"));
	}

	@Test
	void refusalInTheMiddleSaysHowFarItCame() {
		this.platform.instead(MenuPlatform.ADD, MenuPlatform.refusal(65304));
		Publication refused = this.publications.publish(EDITOR, saved(menu("甲", "100")).id());
		assertThat(refused.state()).isEqualTo(State.REFUSED);
		assertThat(refused.step()).isOne();
	}

	@Test
	void lostAnswerIsUnknownUntilThePlatformIsAsked() {
		this.platform.after(MenuPlatform.CREATE, CUT);
		MenuVersion version = saved(menu("新"));
		Publication unknown = this.publications.publish(EDITOR, version.id());
		assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isOne();
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.publications.publish(EDITOR, version.id()));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.publications.ask(EDITOR, unknown.id()));
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(this.publications.ask(EDITOR, unknown.id()).state()).isEqualTo(State.SENT);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isOne();
	}

	@Test
	void callThatNeverArrivedIsFoundNotTaken() {
		this.platform.instead(MenuPlatform.CREATE, MenuPlatform.cut());
		Publication unknown = this.publications.publish(EDITOR, saved(menu("新")).id());
		assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
		this.clock.advance(Duration.ofSeconds(20));
		this.work.run();
		assertThat(this.publications.find(unknown.id()).state()).isEqualTo(State.NOT_TAKEN);
		this.platform.reset();
		assertThat(this.publications.publish(EDITOR, unknown.versionId()).state()).isEqualTo(State.SENT);
	}

	@Test
	void undecidedStaysUndecidedWhileThePlatformSaysNothing() {
		this.platform.after(MenuPlatform.CREATE, CUT);
		Publication unknown = this.publications.publish(EDITOR, saved(menu("新")).id());
		this.platform.instead(MenuPlatform.GET, MenuPlatform.refusal(-1));
		this.clock.advance(Duration.ofSeconds(20));
		this.work.run();
		assertThat(this.publications.find(unknown.id()).state()).isEqualTo(State.UNKNOWN);
		this.platform.after(MenuPlatform.GET, UnaryOperator.identity());
		this.clock.advance(Duration.ofSeconds(20));
		this.work.run();
		assertThat(this.publications.find(unknown.id()).state()).isEqualTo(State.SENT);
	}

	@Test
	void platformThatDoesNotShowItsMenuIsNotChanged() {
		this.platform.instead(MenuPlatform.GET, MenuPlatform.cut());
		assertThat(this.publications.publish(EDITOR, saved(menu("新")).id()).state()).isEqualTo(State.NOT_SENT);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isZero();
	}

	@Test
	void versionThatLeadsNowhereIsNeitherSavedNorPublished() {
		MenuSet gone = MenuSet.of(List
			.of(MenuJson.read("{\"menu\":{\"button\":[{\"type\":\"click\",\"name\":\"去\"," + "\"key\":\"GONE\"}]}}")
				.buttons()
				.get(0)));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> saved(gone));
		MenuVersion pulled = this.versions.savePulled(EDITOR, APP_ID, gone);
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.publications.publish(EDITOR, pulled.id()));
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isZero();
	}

	@Test
	void whoBeganBeforeAnotherSavedMustLookAgain() {
		MenuVersion first = saved(menu("一"));
		saved(menu("二"));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.versions.save(EDITOR, APP_ID, menu("三"), "", first.id()));
	}

	@Test
	void menuOfThePlatformIsPulledOnce() {
		this.publications.publish(EDITOR, saved(menu("甲", "100")).id());
		assertThat(this.publications.pull(EDITOR, APP_ID)).map(MenuVersion::number).contains(1);
		saved(menu("乙"));
		assertThat(this.publications.pull(EDITOR, APP_ID)).hasValueSatisfying((pulled) -> {
			assertThat(pulled.number()).isEqualTo(3);
			assertThat(pulled.set().showsLike(menu("甲", "100"))).isTrue();
			assertThat(pulled.note()).isEqualTo("拉取");
		});
	}

	@Test
	void menuMadeByHandIsPulledAndNoneIsNone() {
		assertThat(this.publications.pull(EDITOR, APP_ID)).isEmpty();
		this.platform.instead(MenuPlatform.SELF, new Answer(200, "{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":["
				+ "{\"type\":\"click\",\"name\":\"旧菜单\",\"key\":\"OLD\"}]}}"));
		assertThat(this.publications.pull(EDITOR, APP_ID)).map((pulled) -> pulled.set().buttons().get(0).name())
			.contains("旧菜单");
		this.platform.instead(MenuPlatform.GET, MenuPlatform.cut());
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.publications.pull(EDITOR, APP_ID));
	}

	private MenuSet shown() {
		return MenuJson.read(this.platform.shown());
	}

}
