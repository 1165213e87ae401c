package cn.mentougou.education.newsroom.articledesk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.newsroom.article.ArticleSource;
import cn.mentougou.education.newsroom.article.ConvertedArticle;
import cn.mentougou.education.newsroom.article.WeChatArticles;
import cn.mentougou.education.newsroom.articledesk.PreviewMapper.State;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** From a registered phone to an article on it, through the simulator. */
@Journey
class ArticleJourneyTests {

	private static final String ACCOUNT = EngineProperties.SUBSCRIPTION;

	private static final Actor EDITOR = new Actor(Actor.Kind.STAFF, 77_001, "编辑", List.of(), "203.0.113.7");

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Testers testers;

	@Autowired
	private Previews previews;

	@Autowired
	private WeChatArticles articles;

	@Autowired
	private Attachments attachments;

	@Autowired
	private TesterHolder holder;

	private SimPerson phone;

	@BeforeEach
	void follow() {
		this.phone = this.simulator.person("编辑的手机");
		this.phone.follow(ACCOUNT).await();
	}

	@Test
	void previewReachesTheRegisteredPhoneAndNobodyElse() {
		SimPerson other = this.simulator.person("别人");
		other.follow(ACCOUNT).await();
		register();
		int left = this.previews.left(ACCOUNT);
		int taken = this.previews.send(EDITOR, subject(1), article("开学第一课"), mine());
		assertThat(taken).isOne();
		await().untilAsserted(() -> assertThat(this.phone.phone(ACCOUNT).toString()).contains("开学第一课"));
		assertThat(other.phone(ACCOUNT).toString()).doesNotContain("开学第一课");
		assertThat(this.previews.left(ACCOUNT)).isEqualTo(left - 1);
		assertThat(this.previews.of(1)).first().satisfies((row) -> {
			assertThat(row.state()).isEqualTo(State.SENT);
			assertThat(row.staffId()).isEqualTo(EDITOR.id());
		});
		assertThat(used("/cgi-bin/draft/delete")).isPositive();
	}

	@Test
	void picturesAreBroughtThereOnceHoweverOftenItIsPreviewed() {
		register();
		ConvertedArticle article = article("两次预览");
		this.previews.send(EDITOR, subject(2), article, mine());
		int before = used("/cgi-bin/media/uploadimg");
		this.previews.send(EDITOR, subject(2), article, mine());
		assertThat(used("/cgi-bin/media/uploadimg")).isEqualTo(before);
	}

	@Test
	void codeIsGoodOnceAndForTenMinutes() {
		String code = this.testers.invite(EDITOR, ACCOUNT);
		say("预览 " + code, TesterHandler.DONE);
		say("预览 " + code, TesterHandler.WRONG);
		String late = this.testers.invite(EDITOR, ACCOUNT);
		this.simulator.clock().advance(Testers.VALID.plusSeconds(1));
		say("预览" + late, TesterHandler.WRONG);
		String other = this.testers.invite(EDITOR, EngineProperties.SERVICE);
		say("预览" + other, TesterHandler.WRONG);
	}

	@Test
	void whoLeftIsToldAndNobodyChosenIsRefused() {
		register();
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.previews.send(EDITOR, subject(3), article("题"), Set.of()));
		ConvertedArticle faulty = this.articles
			.convert(new ArticleSource("", "", "", "<p>文</p>", null, "/news/3", List.of(), null, null, false));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.previews.send(EDITOR, subject(3), faulty, mine()));
		this.phone.unfollow(ACCOUNT).await();
		assertThat(this.previews.send(EDITOR, subject(3), article("题"), mine())).isZero();
		assertThat(this.previews.of(3)).first()
			.satisfies((row) -> assertThat(PreviewLine.of(row, "订阅号", "编辑").hint()).contains("不再关注"));
	}

	@Test
	void phoneIsForgottenAfterAYearUnlessItsPersonIsHeld() {
		register();
		Instant later = this.simulator.clock().instant().plus(Duration.ofDays(367));
		PersonKeys person = PersonKeys.of(new PersonKey.OpenId(this.phone.openId(ACCOUNT)));
		this.holder.retain(new Retention(later, person, (rule, rows) -> {
		}));
		assertThat(mine()).hasSize(1);
		PersonKeys other = PersonKeys.of(new PersonKey.OpenId("oOfSomebodyElse"));
		this.holder.retain(new Retention(later, other, (rule, rows) -> {
		}));
		assertThat(mine()).isEmpty();
	}

	private void register() {
		say("预览" + this.testers.invite(EDITOR, ACCOUNT), TesterHandler.DONE);
	}

	private void say(String words, String answer) {
		long before = heard(answer);
		this.phone.text(ACCOUNT, words).await();
		await().until(() -> heard(answer) == before + 1);
	}

	private long heard(String answer) {
		return this.phone.phone(ACCOUNT).stream().filter((bubble) -> answer.equals(bubble.text())).count();
	}

	private Set<Long> mine() {
		return this.testers.all()
			.stream()
			.filter((row) -> row.staffId() == EDITOR.id())
			.map(TesterMapper.Row::id)
			.collect(Collectors.toSet());
	}

	private int used(String path) {
		return this.simulator.counters().usage(ACCOUNT, path).used();
	}

	private static Previews.Subject subject(long news) {
		return new Previews.Subject(ACCOUNT, news, 1);
	}

	private ConvertedArticle article(String title) {
		long picture = keep(title.hashCode());
		return this.articles.convert(
				new ArticleSource(title, "编辑部", "摘要", "<p>全区四万名学生返校。<img src=\"/news/pictures/" + picture + "\"></p>",
						String.valueOf(picture), "/news/1", List.of(), null, null, false));
	}

	private long keep(int seed) {
		BufferedImage image = new BufferedImage(90, 38, BufferedImage.TYPE_INT_RGB);
		image.setRGB(3, 3, seed & 0xFFFFFF);
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, "png", bytes);
			return this.attachments
				.keep(Actor.system("test"), new UnitId(1), "图.png", new ByteArrayInputStream(bytes.toByteArray()))
				.id()
				.value();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
