package cn.mentougou.education.wechat.envelope;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.wechat.envelope.InboundEvent.NoticeChoice;
import cn.mentougou.education.wechat.envelope.InboundEvent.NoticeResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageReaderTests extends PushedXml {

	@Test
	void aTextKeepsEmojiBracketsAndLength() {
		String content = "👨‍👩‍👧 课表 ]]> & < \u0301 " + "字".repeat(2000);
		InboundMessage.Text text = (InboundMessage.Text) message("text",
				"<Content><![CDATA[" + content.replace("]]>", "]]]]><![CDATA[>") + "]]></Content><MsgId>1</MsgId>");
		assertThat(text.content()).isEqualTo(content);
		assertThat(text.words()).contains(content);
		assertThat(text.header().msgId()).isEqualTo("1");
		assertThat(text.choiceId()).isNull();
	}

	@Test
	void everyMessageTypeIsReadWithItsFields() {
		assertThat(message("text", "<Content>a&amp;b</Content><bizmsgmenuid>101</bizmsgmenuid>"))
			.isInstanceOfSatisfying(InboundMessage.Text.class, (text) -> {
				assertThat(text.content()).isEqualTo("a&b");
				assertThat(text.choiceId()).isEqualTo("101");
			});
		assertThat(message("image", "<PicUrl>http://p/1</PicUrl><MediaId>m1</MediaId>")).isInstanceOfSatisfying(
				InboundMessage.Image.class,
				(image) -> assertThat(List.of(image.picUrl(), image.mediaId())).containsExactly("http://p/1", "m1"));
		assertThat(message("voice", "<MediaId>m2</MediaId><Format>amr</Format><Recognition>课表</Recognition>"))
			.isInstanceOfSatisfying(InboundMessage.Voice.class, (voice) -> {
				assertThat(voice.format()).isEqualTo("amr");
				assertThat(voice.words()).contains("课表");
			});
		assertThat(message("voice", "<MediaId>m2</MediaId><Format>amr</Format><Recognition><![CDATA[]]></Recognition>")
			.words()).isEmpty();
		assertThat(message("video", "<MediaId>m3</MediaId><ThumbMediaId>t</ThumbMediaId>"))
			.isInstanceOfSatisfying(InboundMessage.Video.class, (video) -> assertThat(video.isShort()).isFalse());
		assertThat(message("shortvideo", "<MediaId>m3</MediaId><ThumbMediaId>t</ThumbMediaId>"))
			.isInstanceOfSatisfying(InboundMessage.Video.class, (video) -> assertThat(video.isShort()).isTrue());
		assertThat(message("location",
				"<Location_X>39.94</Location_X><Location_Y>116.1</Location_Y><Scale>15</Scale><Label>门头沟</Label>"))
			.isInstanceOfSatisfying(InboundMessage.Location.class, (place) -> {
				assertThat(place.latitude()).isEqualTo(39.94);
				assertThat(place.longitude()).isEqualTo(116.1);
				assertThat(place.scale()).isEqualTo(15);
			});
		assertThat(message("link", "<Title>t</Title><Description>d</Description><Url>u</Url>"))
			.isInstanceOfSatisfying(InboundMessage.Link.class, (link) -> assertThat(link.url()).isEqualTo("u"));
	}

	@Test
	void aTypeThatNobodyKnowsIsKept() {
		assertThat(message("miniprogrampage", "<Title>t</Title>")).isInstanceOf(InboundMessage.Unknown.class);
		assertThat(event("a_new_event", "")).isEqualTo(new InboundEvent.Unknown("a_new_event"));
	}

	@Test
	void fieldsThatAreNotAsDocumentedLoseNoMessage() {
		assertThat(message("location", "<Location_X>north</Location_X>")).isInstanceOf(InboundMessage.Unknown.class);
		assertThat(event("LOCATION", "")).isEqualTo(new InboundEvent.Unknown("LOCATION"));
	}

	@Test
	void peopleEventsAreRead() {
		assertThat(event("subscribe", "<EventKey><![CDATA[]]></EventKey>"))
			.isEqualTo(new InboundEvent.Followed(null, null));
		assertThat(event("subscribe", "<EventKey>qrscene_TEACHER_42</EventKey><Ticket>gQ</Ticket>"))
			.isEqualTo(new InboundEvent.Followed("TEACHER_42", "gQ"));
		assertThat(event("unsubscribe", "")).isEqualTo(new InboundEvent.Unfollowed());
		assertThat(event("SCAN", "<EventKey>TEACHER_42</EventKey><Ticket>gQ</Ticket>"))
			.isEqualTo(new InboundEvent.Scanned("TEACHER_42", "gQ"));
		assertThat(event("LOCATION", "<Latitude>1</Latitude><Longitude>2</Longitude><Precision>40.0</Precision>"))
			.isEqualTo(new InboundEvent.LocationReported(1, 2, 40));
		assertThat(event("user_info_modified", "<OpenID>o</OpenID>"))
			.isEqualTo(new InboundEvent.ProfileRevoked(false, "o"));
		assertThat(event("user_authorization_revoke", "")).isEqualTo(new InboundEvent.ProfileRevoked(true, null));
	}

	@Test
	void menuEventsAreRead() {
		assertThat(event("CLICK", "<EventKey>K</EventKey>")).isEqualTo(new InboundEvent.MenuTapped("K"));
		assertThat(event("VIEW", "<EventKey>https://h5/</EventKey><MenuId>4</MenuId>"))
			.isEqualTo(new InboundEvent.MenuOpened("https://h5/", "4", false));
		assertThat(event("view_miniprogram", "<EventKey>pages/index</EventKey>"))
			.isEqualTo(new InboundEvent.MenuOpened("pages/index", null, true));
		String scan = "<EventKey>K</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>r</ScanResult></ScanCodeInfo>";
		assertThat(event("scancode_push", scan)).isEqualTo(new InboundEvent.CodeScanned("K", "qrcode", "r", false));
		assertThat(event("scancode_waitmsg", scan)).isEqualTo(new InboundEvent.CodeScanned("K", "qrcode", "r", true));
		for (String name : List.of("pic_sysphoto", "pic_photo_or_album", "pic_weixin")) {
			assertThat(event(name,
					"<EventKey>K</EventKey><SendPicsInfo><Count>2</Count><PicList><item><PicMd5Sum>a</PicMd5Sum></item>"
							+ "<item><PicMd5Sum>b</PicMd5Sum></item></PicList></SendPicsInfo>"))
				.isEqualTo(new InboundEvent.PicturesChosen("K", List.of("a", "b")));
		}
		assertThat(event("location_select",
				"<EventKey>K</EventKey><SendLocationInfo><Location_X>1</Location_X><Location_Y>2</Location_Y>"
						+ "<Scale>15</Scale><Label>l</Label><Poiname>p</Poiname></SendLocationInfo>"))
			.isEqualTo(new InboundEvent.LocationChosen("K", 1, 2, "l", "p"));
	}

	@Test
	void jobResultsAreRead() {
		assertThat(event("TEMPLATESENDJOBFINISH", "<MsgID>31</MsgID><Status>failed:user block</Status>"))
			.isEqualTo(new InboundEvent.TemplateJobFinished("31", "failed:user block"));
		assertThat(event("MASSSENDJOBFINISH",
				"<MsgID>10</MsgID><Status>send success</Status><TotalCount>296</TotalCount><FilterCount>295</FilterCount>"
						+ "<SentCount>294</SentCount><ErrorCount>1</ErrorCount><CopyrightCheckResult><ResultList></ResultList>"
						+ "</CopyrightCheckResult><ArticleUrlResult><ResultList><item><ArticleUrl>u1</ArticleUrl></item>"
						+ "</ResultList></ArticleUrlResult>"))
			.isEqualTo(new InboundEvent.MassJobFinished("10", "send success", 296, 295, 294, 1, List.of("u1")));
		assertThat(event("PUBLISHJOBFINISH",
				"<PublishEventInfo><publish_id>22</publish_id><publish_status>2</publish_status><fail_idx>1</fail_idx>"
						+ "<fail_idx>2</fail_idx></PublishEventInfo>"))
			.isEqualTo(new InboundEvent.PublishJobFinished("22", 2, null, List.of(), List.of(1, 2)));
		assertThat(event("PUBLISHJOBFINISH",
				"<PublishEventInfo><publish_id>22</publish_id><publish_status>0</publish_status><article_id>A</article_id>"
						+ "<article_detail><count>1</count><item><idx>1</idx><article_url>u</article_url></item></article_detail>"
						+ "</PublishEventInfo>"))
			.isEqualTo(new InboundEvent.PublishJobFinished("22", 0, "A", List.of("u"), List.of()));
	}

	@Test
	void noticeAndStaffEventsAreRead() {
		String choice = "<List><TemplateId>T</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>"
				+ "<List><TemplateId>U</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>";
		assertThat(
				event("subscribe_msg_popup_event", "<SubscribeMsgPopupEvent>" + choice + "</SubscribeMsgPopupEvent>"))
			.isEqualTo(new InboundEvent.NoticeChosen(List.of(new NoticeChoice("T", true), new NoticeChoice("U", false)),
					true));
		assertThat(event("subscribe_msg_change_event",
				"<SubscribeMsgChangeEvent>" + choice + "</SubscribeMsgChangeEvent>"))
			.isInstanceOfSatisfying(InboundEvent.NoticeChosen.class,
					(chosen) -> assertThat(chosen.isPopup()).isFalse());
		assertThat(event("subscribe_msg_sent_event",
				"<SubscribeMsgSentEvent><List><TemplateId>T</TemplateId><MsgID>17</MsgID><ErrorCode>0</ErrorCode>"
						+ "<ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent>"))
			.isEqualTo(new InboundEvent.NoticeSent(List.of(new NoticeResult("T", "17", "0", "success"))));
		assertThat(event("kf_create_session", "<KfAccount>a@x</KfAccount>"))
			.isEqualTo(new InboundEvent.StaffSession("kf_create_session", "a@x", null));
		assertThat(event("kf_close_session", "<KfAccount>a@x</KfAccount>"))
			.isEqualTo(new InboundEvent.StaffSession("kf_close_session", "a@x", null));
		assertThat(event("kf_switch_session", "<FromKfAccount>a@x</FromKfAccount><ToKfAccount>b@x</ToKfAccount>"))
			.isEqualTo(new InboundEvent.StaffSession("kf_switch_session", "b@x", "a@x"));
	}

	@Test
	void aMessageIsTheSameByItsMsgId() {
		List<String> identity = delivery("text", "<Content>a</Content><MsgId>25000000000000001</MsgId>").identity();
		assertThat(identity).containsExactly("message", "25000000000000001");
	}

	@Test
	void twoResultsInOneSecondAreTwo() {
		assertThat(delivery("event", "<Event>TEMPLATESENDJOBFINISH</Event><MsgID>1</MsgID>").identity())
			.isNotEqualTo(delivery("event", "<Event>TEMPLATESENDJOBFINISH</Event><MsgID>2</MsgID>").identity());
		assertThat(delivery("event",
				"<Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List><MsgID>1</MsgID></List></SubscribeMsgSentEvent>")
			.identity())
			.isNotEqualTo(delivery("event",
					"<Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List><MsgID>2</MsgID></List></SubscribeMsgSentEvent>")
				.identity());
		assertThat(delivery("event",
				"<Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>1</publish_id></PublishEventInfo>")
			.identity())
			.isNotEqualTo(delivery("event",
					"<Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>2</publish_id></PublishEventInfo>")
				.identity());
		assertThat(delivery("event", "<Event>CLICK</Event><EventKey>A</EventKey>").identity())
			.isNotEqualTo(delivery("event", "<Event>CLICK</Event><EventKey>B</EventKey>").identity());
	}

	@Test
	void revocationsOfTwoPeopleInOneSecondAreTwo() {
		assertThat(delivery("event", "<Event>user_authorization_revoke</Event><OpenID>o1</OpenID>").identity())
			.isNotEqualTo(delivery("event", "<Event>user_authorization_revoke</Event><OpenID>o2</OpenID>").identity());
	}

	@Test
	void spaceIsNoMsgId() {
		assertThat(delivery("text", "<Content>a</Content><MsgId> </MsgId>").identity())
			.isNotEqualTo(delivery("text", "<Content>b</Content><MsgId> </MsgId>").identity());
		assertThat(delivery("text", "<MsgId> 25 </MsgId>").identity()).containsExactly("message", "25");
	}

	@Test
	void controlCharactersDoNotLoseAMessage() {
		assertThat(message("text", "<Content><![CDATA[a\u0008b]]></Content>").words()).contains("a\uFFFDb");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "课表", "{\"ToUserName\":\"gh_1\"}", "<xml>", "<html/>", "<xml></xml>",
			"<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime></xml>",
			"<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>x</CreateTime><MsgType>text</MsgType></xml>",
			"<xml><ToUserName>g</ToUserName><FromUserName></FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>",
			"<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType></xml>" })
	void whatLacksTheCommonFieldsIsUnreadable(String xml) {
		assertUnreadable(xml);
	}

	@Test
	void noKindBeginsALogLineOfItsOwn() {
		assertThatExceptionOfType(UnreadableMessage.class).isThrownBy(() -> message("text\n2026 ERROR", ""));
		assertThatExceptionOfType(UnreadableMessage.class).isThrownBy(() -> event("CLICK\u0085x", ""));
	}

	@Test
	void noLogLineShowsWhoWroteWhat() {
		Map<String, InboundMessage> messages = Map.of("text", message("text", "<Content>secret words</Content>"),
				"voice", message("voice", "<Recognition>secret words</Recognition>"));
		messages.forEach((type, message) -> assertThat(message.toString()).contains(type)
			.doesNotContain("secret")
			.doesNotContain("oUser"));
	}

}
