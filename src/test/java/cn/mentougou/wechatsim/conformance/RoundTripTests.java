package cn.mentougou.wechatsim.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutNewsMessage;
import me.chanjar.weixin.mp.builder.outxml.BaseBuilder;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.envelope.XmlTree;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushAttempt;
import cn.mentougou.wechatsim.push.Verdict;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every message, event and reply goes through the SDK and comes back, in all three modes.
 */
class RoundTripTests {

	private static final String APP = "wx00000000000000f1";

	private static final Map<String, String> EVENTS = events();

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service(APP)
		.withAesKey("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")
		.withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final SimPerson mum = sim.person("王女士");

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@ParameterizedTest
	@EnumSource
	void messagesAreReadByTheSdk(SimAccount.Mode mode) {
		begin(mode);
		assertThat(read(mum.text(APP, "课表 😀 ]]> <b>"))).satisfies((message) -> {
			assertThat(message.getContent()).isEqualTo("课表 😀 ]]> <b>");
			assertThat(message.getFromUser()).isEqualTo(mum.openId(APP));
			assertThat(message.getToUser()).isEqualTo(account.originalId());
			assertThat(message.getMsgId().toString()).hasSize(17);
			assertThat(message.getCreateTime()).isPositive();
		});
		assertThat(read(mum.text(APP, "字".repeat(2048))).getContent()).hasSize(2048);
		assertThat(read(mum.menuMessage(APP, "101", "满意")).getBizMsgMenuId()).isEqualTo("101");
		assertThat(read(mum.image(APP)).getPicUrl()).startsWith("http://mmbiz.qpic.cn/");
		assertThat(read(mum.voice(APP, "今天放学几点")).getRecognition()).isEqualTo("今天放学几点");
		assertThat(read(mum.voice(APP, "")).getRecognition()).isEmpty();
		assertThat(read(mum.video(APP)).getThumbMediaId()).isNotEmpty();
		assertThat(read(mum.shortVideo(APP)).getMsgType()).isEqualTo("shortvideo");
		assertThat(read(mum.location(APP, 39.94, 116.1, "门头沟"))).satisfies((message) -> {
			assertThat(message.getLocationX()).isEqualTo(39.94);
			assertThat(message.getLocationY()).isEqualTo(116.1);
			assertThat(message.getLabel()).isEqualTo("门头沟");
		});
		assertThat(read(mum.link(APP, "招生", "简章", "https://h5.example.cn/?a=1&b=2")).getUrl())
			.isEqualTo("https://h5.example.cn/?a=1&b=2");
		assertThat(read(mum.message(APP, "miniprogrampage", "<Title><![CDATA[卡片]]></Title>")).getTitle())
			.isEqualTo("卡片");
	}

	@ParameterizedTest
	@EnumSource
	void eventsOfThePersonAreReadByTheSdk(SimAccount.Mode mode) {
		sim.account(account.withMode(mode));
		assertThat(read(mum.scan(APP, "TEACHER_42"))).satisfies((message) -> {
			assertThat(message.getEvent()).isEqualTo("subscribe");
			assertThat(message.getEventKey()).isEqualTo("qrscene_TEACHER_42");
			assertThat(message.getTicket()).startsWith("gQ");
			assertThat(message.getMsgId()).isNull();
		});
		assertThat(read(mum.scan(APP, "TEACHER_42"))).satisfies((message) -> {
			assertThat(message.getEvent()).isEqualTo("SCAN");
			assertThat(message.getEventKey()).isEqualTo("TEACHER_42");
		});
		assertThat(read(mum.menu(APP, "MY_COURSES")).getEventKey()).isEqualTo("MY_COURSES");
		assertThat(read(mum.view(APP, "https://h5.example.cn/")).getMenuId()).isEqualTo(409900001L);
		assertThat(read(mum.locationReport(APP, 31.23, 121.47)).getLatitude()).isEqualTo(31.23);
		assertThat(read(mum.unfollow(APP)).getEvent()).isEqualTo("unsubscribe");
		assertThat(read(mum.follow(APP)).getEventKey()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void otherEventsAreReadByTheSdk(SimAccount.Mode mode) {
		begin(mode);
		assertThat(EVENTS).hasSize(15);
		EVENTS.forEach((event, elements) -> {
			Push push = mum.event(APP, event, elements);
			WxMpXmlMessage message = read(push);
			assertThat(message.getEvent()).isEqualTo(event);
			assertThat(push.draft().clearXml()).contains(elements);
			XmlTree.read("<xml>" + elements + "</xml>")
				.children()
				.forEach((element) -> assertThat(message.getAllFieldsMap()).containsKey(element.name()));
		});
	}

	@ParameterizedTest
	@EnumSource
	void repliesOfTheSdkAreTaken(SimAccount.Mode mode) {
		begin(mode);
		answerWith(common(WxMpXmlOutMessage.TEXT().content("您好 😀")).build());
		answerWith(common(WxMpXmlOutMessage.IMAGE().mediaId("m1")).build());
		answerWith(common(WxMpXmlOutMessage.VOICE().mediaId("m1")).build());
		answerWith(common(WxMpXmlOutMessage.VIDEO().mediaId("m1").title("开学").description("")).build());
		answerWith(common(WxMpXmlOutMessage.MUSIC()
			.title("校歌")
			.description("")
			.musicUrl("https://h5.example.cn/a.mp3")
			.hqMusicUrl("")
			.thumbMediaId("t1")).build());
		answerWith(common(WxMpXmlOutMessage.NEWS().addArticle(article())).build());
		answerWith(common(WxMpXmlOutMessage.TRANSFER_CUSTOMER_SERVICE()).build());
	}

	private <B extends BaseBuilder<B, ?>> B common(B builder) {
		return builder.toUser(mum.openId(APP)).fromUser(account.originalId());
	}

	private static WxMpXmlOutNewsMessage.Item article() {
		WxMpXmlOutNewsMessage.Item article = new WxMpXmlOutNewsMessage.Item();
		article.setTitle("招生");
		article.setDescription("简章");
		article.setPicUrl("");
		article.setUrl("https://h5.example.cn/?a=1&b=2");
		return article;
	}

	private void begin(SimAccount.Mode mode) {
		sim.account(account.withMode(mode));
		mum.follow(APP).await();
	}

	private void answerWith(WxMpXmlOutMessage message) {
		boolean clear = sim.accounts().get(0).mode() == SimAccount.Mode.PLAIN;
		webhook.answers(clear ? message.toXml() : message.toEncryptedXml(config()));
		PushAttempt attempt = mum.text(APP, "在吗").await().lastAttempt();
		assertThat(attempt.verdict()).as(attempt.note() + message.toXml()).isEqualTo(Verdict.OK_REPLY);
	}

	/** What the SDK makes of the push; the envelope by both of its classes. */
	private WxMpXmlMessage read(Push push) {
		push.await();
		WebhookStub.Received request = webhook.received().get(webhook.received().size() - 1);
		String sealed = XmlTree.read(request.body()).textOf("Encrypt");
		if (sealed.isEmpty()) {
			return WxMpXmlMessage.fromXml(request.body());
		}
		String clear = new WxCryptUtil(account.token(), account.aesKey(), APP).decryptContent(
				request.parameter("msg_signature"), request.parameter("timestamp"), request.parameter("nonce"), sealed);
		assertThat(clear).isEqualTo(push.draft().clearXml());
		assertThat(new WxMpCryptUtil(config()).decryptContent(request.parameter("msg_signature"),
				request.parameter("timestamp"), request.parameter("nonce"), sealed))
			.isEqualTo(clear);
		return WxMpXmlMessage.fromXml(clear);
	}

	private WxMpDefaultConfigImpl config() {
		WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
		config.setAppId(APP);
		config.setToken(account.token());
		config.setAesKey(account.aesKey());
		return config;
	}

	/** Pairs of lines: the event's name and its further elements. */
	private static Map<String, String> events() {
		try (InputStream file = RoundTripTests.class.getResourceAsStream("events.txt")) {
			Map<String, String> events = new LinkedHashMap<>();
			for (String pair : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
				events.put(pair.lines().findFirst().orElseThrow(), pair.lines().skip(1).collect(Collectors.joining()));
			}
			return events;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
