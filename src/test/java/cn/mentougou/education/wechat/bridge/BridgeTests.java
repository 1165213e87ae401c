package cn.mentougou.education.wechat.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.PushMode;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.scene.SceneDesks;
import cn.mentougou.education.wechat.scene.SceneKind;
import cn.mentougou.education.wechat.scene.SceneQrCodes;
import cn.mentougou.education.wechat.token.Accounts;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class BridgeTests {

	private static final String NEWS = "wx00000000000000d1";

	private static final String PAGE = "https://edu.example.cn/service-account";

	private final List<String> uploads = new ArrayList<>();

	private boolean isDown;

	@Autowired
	private BridgeMapper mapper;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Units units;

	@Autowired
	private District district;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Bridge bridge;

	private SceneQrCodes codes;

	@BeforeEach
	void build() {
		WeChatAccounts accounts = new WeChatAccounts(List.of(new WeChatAccount(AccountKind.SUBSCRIPTION, NEWS, "gh_d1",
				"s", "t", null, PushMode.PLAIN, true, null, null), Accounts.service()));
		this.codes = SceneDesks.of(this.context, accounts);
		WxMpPictures pictures = new WxMpPictures(null) {
			@Override
			Optional<String> upload(String appId, byte[] png) {
				if (BridgeTests.this.isDown) {
					return Optional.empty();
				}
				BridgeTests.this.uploads.add(appId);
				return Optional.of("media-" + BridgeTests.this.uploads.size());
			}
		};
		this.bridge = new Bridge(new Bridge.Parts(this.mapper, this.codes, pictures), accounts, this.units, this.clock);
	}

	@Test
	void withoutDistrictNothingIsMade() {
		this.bridge.keep();
		assertThat(this.uploads).isEmpty();
		assertThat(this.bridge.url()).isEmpty();
	}

	@Test
	void codeIsOrderedOnceAndItsPictureBroughtWhenThereIsOne() {
		this.district.commission();
		this.bridge.keep();
		this.bridge.keep();
		assertThat(
				this.jdbc.sql("SELECT COUNT(*) FROM scene_code WHERE kind = 'ACCOUNT'").query(Integer.class).single())
			.isOne();
		assertThat(this.uploads).isEmpty();
		issued("http://weixin.qq.com/q/1", null);
		this.bridge.keep();
		this.bridge.keep();
		assertThat(this.uploads).as("the service account needs no way to itself").containsExactly(NEWS);
		assertThat(this.bridge.picture(NEWS)).contains("media-1");
	}

	@Test
	void pictureIsRenewedDayBeforeItEndsAndWithItsCode() {
		this.district.commission();
		this.bridge.keep();
		issued("http://weixin.qq.com/q/1", null);
		this.bridge.keep();
		this.clock.advance(Duration.ofDays(2).minusSeconds(1));
		this.bridge.keep();
		assertThat(this.uploads).hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		this.bridge.keep();
		assertThat(this.uploads).hasSize(2);
		assertThat(this.bridge.picture(NEWS)).contains("media-2");
		issued("http://weixin.qq.com/q/2", null);
		this.bridge.keep();
		assertThat(this.bridge.picture(NEWS)).contains("media-3");
	}

	@Test
	void pictureThatIsOverIsNotShown() {
		this.district.commission();
		this.bridge.keep();
		issued("http://weixin.qq.com/q/1", this.clock.instant().plus(Duration.ofHours(30)));
		this.bridge.keep();
		this.isDown = true;
		this.clock.advance(Duration.ofHours(29));
		assertThat(this.bridge.picture(NEWS)).isPresent();
		this.clock.advance(Duration.ofHours(1));
		this.bridge.keep();
		assertThat(this.bridge.picture(NEWS)).isEmpty();
		assertThat(this.bridge.url()).isEmpty();
	}

	@Test
	void tapAndWordAreAnsweredByWhateverThereIs() {
		InboundMessage tap = event(NEWS, new InboundEvent.MenuTapped("FIND_SERVICE"));
		InboundMessage word = new InboundMessage.Text(header(NEWS), "我的班级", null);
		assertThat(answer(Turn.MENU_KEY, tap, "")).isInstanceOfSatisfying(Reply.Text.class,
				(text) -> assertThat(text.content()).contains("服务号里", "订阅号没有", "搜索"));
		assertThat(answer(Turn.WHOLE_KEYWORD, word, PAGE)).isInstanceOfSatisfying(Reply.News.class,
				(news) -> assertThat(news.articles()).singleElement().satisfies((card) -> {
					assertThat(card.url()).isEqualTo(PAGE);
					assertThat(card.description()).contains("订阅号没有");
				}));
		this.mapper.put(new BridgeMapper.Picture(NEWS, "u", "media-9", this.clock.instant(),
				this.clock.instant().plus(Duration.ofDays(3))));
		assertThat(answer(Turn.MENU_KEY, tap, PAGE)).isEqualTo(new Reply.Image("media-9"));
		assertThat(answer(Turn.WHOLE_KEYWORD, word, PAGE)).isEqualTo(new Reply.Image("media-9"));
	}

	@Test
	void serviceAccountAndOtherWordsAreLeftToOthers() {
		BridgeHandler words = new BridgeHandler(Turn.WHOLE_KEYWORD, this.bridge, PAGE);
		BridgeHandler entry = new BridgeHandler(Turn.MENU_KEY, this.bridge, PAGE);
		assertThat(words.accepts(new InboundMessage.Text(header(Accounts.APP_ID), "班级", null))).isFalse();
		assertThat(words.accepts(new InboundMessage.Text(header(NEWS), "招生", null))).isFalse();
		assertThat(entry.accepts(event(NEWS, new InboundEvent.MenuTapped("NEWS_TODAY")))).isFalse();
		assertThat(entry.accepts(event(Accounts.APP_ID, new InboundEvent.MenuTapped("FIND_SERVICE")))).isFalse();
	}

	@Test
	void codeThatEditorWithdrewIsReplaced() {
		this.district.commission();
		this.bridge.keep();
		this.codes.withdraw(Actor.system("test"), this.bridge.code().orElseThrow().id());
		assertThat(this.bridge.code()).isEmpty();
		this.bridge.keep();
		assertThat(this.codes.theOne(SceneKind.ACCOUNT, this.district.commission())).isPresent();
	}

	private Reply answer(Turn turn, InboundMessage message, String page) {
		BridgeHandler handler = new BridgeHandler(turn, this.bridge, page);
		assertThat(handler.accepts(message)).isTrue();
		return handler.handle(message).orElseThrow();
	}

	private void issued(String url, Instant expires) {
		this.jdbc.sql(
				"UPDATE scene_code SET state = 'ISSUED', ticket = 'gQ', url = ?, issued_at = ?, expires_at = ? WHERE kind = 'ACCOUNT'")
			.params(url, this.clock.instant(), expires)
			.update();
	}

	private static InboundMessage event(String appId, InboundEvent happened) {
		return new InboundMessage.Event(header(appId), happened);
	}

	private static InboundMessage.Header header(String appId) {
		return new InboundMessage.Header(appId, "gh_1", "oPerson", Instant.parse("2026-05-20T01:00:00Z"), "text", null);
	}

}
