package cn.mentougou.education.wechat.sender;

import java.util.List;

import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.subscribe.WxMpSubscribeMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import org.jspecify.annotations.Nullable;

/** A message as the body of its call, in the SDK's own writing. */
final class WxMpBodies {

	private WxMpBodies() {
	}

	static String of(String openId, OutboundMessage message, String key) {
		if (message instanceof OutboundMessage.Template template) {
			return template(openId, template, key);
		}
		if (message instanceof OutboundMessage.Notice notice) {
			return notice(openId, notice);
		}
		WxMpKefuMessage body = customerService(message);
		body.setToUser(openId);
		return body.toJson();
	}

	private static WxMpKefuMessage customerService(OutboundMessage message) {
		if (message instanceof OutboundMessage.Text text) {
			return WxMpKefuMessage.TEXT().content(text.content()).build();
		}
		if (message instanceof OutboundMessage.News news) {
			return WxMpKefuMessage.NEWS()
				.addArticle(new WxMpKefuMessage.WxArticle(news.title(), news.description(), news.url(), news.picUrl()))
				.build();
		}
		if (message instanceof OutboundMessage.Article article) {
			return WxMpKefuMessage.MPNEWSARTICLE().articleId(article.articleId()).build();
		}
		if (message instanceof OutboundMessage.Choice choice) {
			return choice(choice);
		}
		if (message instanceof OutboundMessage.MiniProgram program) {
			return WxMpKefuMessage.MINIPROGRAMPAGE()
				.title(program.title())
				.appId(program.appId())
				.pagePath(program.pagePath())
				.thumbMediaId(program.thumbMediaId())
				.build();
		}
		return media(message);
	}

	private static WxMpKefuMessage media(OutboundMessage message) {
		if (message instanceof OutboundMessage.Image image) {
			return WxMpKefuMessage.IMAGE().mediaId(image.mediaId()).build();
		}
		if (message instanceof OutboundMessage.Voice voice) {
			return WxMpKefuMessage.VOICE().mediaId(voice.mediaId()).build();
		}
		if (message instanceof OutboundMessage.Video video) {
			return WxMpKefuMessage.VIDEO()
				.mediaId(video.mediaId())
				.thumbMediaId(video.thumbMediaId())
				.title(video.title())
				.description(video.description())
				.build();
		}
		if (message instanceof OutboundMessage.Music music) {
			return WxMpKefuMessage.MUSIC()
				.title(music.title())
				.description(music.description())
				.musicUrl(music.url())
				.hqMusicUrl(music.highQualityUrl())
				.thumbMediaId(music.thumbMediaId())
				.build();
		}
		if (message instanceof OutboundMessage.Coupon coupon) {
			return WxMpKefuMessage.WXCARD().cardId(coupon.cardId()).build();
		}
		throw new IllegalArgumentException("not a customer-service message: " + message);
	}

	private static WxMpKefuMessage choice(OutboundMessage.Choice choice) {
		return WxMpKefuMessage.MSGMENU()
			.headContent(choice.head())
			.tailContent(choice.tail())
			.msgMenus(choice.options()
				.stream()
				.map((option) -> new WxMpKefuMessage.MsgMenu(option.id(), option.words()))
				.toList())
			.build();
	}

	private static String template(String openId, OutboundMessage.Template template, String key) {
		List<WxMpTemplateData> fields = template.fields()
			.entrySet()
			.stream()
			.map((field) -> new WxMpTemplateData(field.getKey(), field.getValue()))
			.toList();
		OutboundMessage.MiniProgramPage page = template.miniProgram();
		return WxMpTemplateMessage.builder()
			.toUser(openId)
			.templateId(template.templateId())
			.url(template.url())
			.miniProgram(
					(page != null) ? new WxMpTemplateMessage.MiniProgram(page.appId(), page.pagePath(), false) : null)
			.clientMsgId(key)
			.data(fields)
			.build()
			.toJson();
	}

	private static String notice(String openId, OutboundMessage.Notice notice) {
		return WxMpSubscribeMessage.builder()
			.toUser(openId)
			.templateId(notice.templateId())
			.page(notice.page())
			.miniProgram(page(notice.miniProgram()))
			.dataMap(notice.fields())
			.build()
			.toJson();
	}

	private static WxMpSubscribeMessage.@Nullable MiniProgram page(OutboundMessage.@Nullable MiniProgramPage page) {
		return (page != null) ? new WxMpSubscribeMessage.MiniProgram(page.appId(), page.pagePath(), false) : null;
	}

}
