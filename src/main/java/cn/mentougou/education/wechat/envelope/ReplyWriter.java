package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import cn.mentougou.education.wechat.envelope.InboundMessage.Header;

/** Writes replies as the XML that the platform reads (被动回复用户消息). */
public final class ReplyWriter {

	private ReplyWriter() {
	}

	/**
	 * Writes a reply, addressed back to the person.
	 * @param to the push that is answered
	 * @param at when it is answered
	 * @return the reply in clear
	 */
	public static byte[] write(Reply reply, Header to, Instant at) {
		StringBuilder xml = new StringBuilder(512).append("<xml>");
		cdata(xml, "ToUserName", to.fromUserName());
		cdata(xml, "FromUserName", to.toUserName());
		xml.append("<CreateTime>").append(at.getEpochSecond()).append("</CreateTime>");
		body(xml, reply);
		return xml.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
	}

	/** The text of a reply that was written here; empty for replies of another kind. */
	public static Optional<Reply> readText(byte[] xml) {
		String content = XmlReader.read(xml).text("Content");
		return content.isBlank() ? Optional.empty() : Optional.of(new Reply.Text(content));
	}

	private static void body(StringBuilder xml, Reply reply) {
		if (reply instanceof Reply.Text text) {
			cdata(type(xml, "text"), "Content", text.content());
		}
		else if (reply instanceof Reply.Image image) {
			media(type(xml, "image"), "Image", image.mediaId());
		}
		else if (reply instanceof Reply.Voice voice) {
			media(type(xml, "voice"), "Voice", voice.mediaId());
		}
		else if (reply instanceof Reply.Video video) {
			video(type(xml, "video"), video);
		}
		else if (reply instanceof Reply.Music music) {
			music(type(xml, "music"), music);
		}
		else if (reply instanceof Reply.News news) {
			news(type(xml, "news"), news);
		}
		else if (reply instanceof Reply.TransferToStaff transfer) {
			type(xml, "transfer_customer_service");
			if (transfer.staffAccount() != null) {
				cdata(xml.append("<TransInfo>"), "KfAccount", transfer.staffAccount());
				xml.append("</TransInfo>");
			}
		}
		else if (reply instanceof Reply.TransferToAssistant) {
			type(xml, "transfer_biz_ai_ivr");
		}
	}

	private static StringBuilder type(StringBuilder xml, String type) {
		cdata(xml, "MsgType", type);
		return xml;
	}

	private static void media(StringBuilder xml, String element, String mediaId) {
		xml.append('<').append(element).append('>');
		cdata(xml, "MediaId", mediaId);
		xml.append("</").append(element).append('>');
	}

	private static void video(StringBuilder xml, Reply.Video video) {
		xml.append("<Video>");
		cdata(xml, "MediaId", video.mediaId());
		cdata(xml, "Title", video.title());
		cdata(xml, "Description", video.description());
		xml.append("</Video>");
	}

	private static void music(StringBuilder xml, Reply.Music music) {
		xml.append("<Music>");
		cdata(xml, "Title", music.title());
		cdata(xml, "Description", music.description());
		cdata(xml, "MusicUrl", music.url());
		cdata(xml, "HQMusicUrl", music.highQualityUrl());
		cdata(xml, "ThumbMediaId", music.thumbMediaId());
		xml.append("</Music>");
	}

	private static void news(StringBuilder xml, Reply.News news) {
		xml.append("<ArticleCount>").append(news.articles().size()).append("</ArticleCount><Articles>");
		for (Reply.Article article : news.articles()) {
			xml.append("<item>");
			cdata(xml, "Title", article.title());
			cdata(xml, "Description", article.description());
			cdata(xml, "PicUrl", article.picUrl());
			cdata(xml, "Url", article.url());
			xml.append("</item>");
		}
		xml.append("</Articles>");
	}

	/** How many bytes the person's side counts: a forbidden character becomes three. */
	static int lengthOf(String text) {
		int forbidden = (int) text.chars()
			.filter((character) -> character < ' ' && XmlReader.isForbidden((char) character))
			.count();
		return text.getBytes(StandardCharsets.UTF_8).length + 2 * forbidden;
	}

	private static void cdata(StringBuilder xml, String element, String text) {
		xml.append('<').append(element).append("><![CDATA[");
		if (needsMending(text)) {
			mended(xml, text);
		}
		else {
			xml.append(text);
		}
		xml.append("]]></").append(element).append('>');
	}

	private static boolean needsMending(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (XmlReader.isForbidden(text.charAt(i))) {
				return true;
			}
		}
		return text.contains("]]>");
	}

	private static void mended(StringBuilder xml, String text) {
		int brackets = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '>' && brackets >= 2) {
				xml.append("]]><![CDATA[");
			}
			brackets = character == ']' ? brackets + 1 : 0;
			xml.append(XmlReader.isForbidden(character) ? '\uFFFD' : character);
		}
	}

}
