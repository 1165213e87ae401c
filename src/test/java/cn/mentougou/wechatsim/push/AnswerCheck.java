package cn.mentougou.wechatsim.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.envelope.XmlTree;
import cn.mentougou.wechatsim.world.SimAccount;

/** Judges the body of an answer as the platform does. */
final class AnswerCheck {

	/** What each kind of reply must carry, where it must carry something. */
	private static final Map<String, String> REQUIRED = Map.of("text", "Content", "image", "Image", "voice", "Voice",
			"video", "Video", "music", "Music", "news", "Articles", "transfer_customer_service", "",
			"transfer_biz_ai_ivr", "");

	private static final List<String> WITH_MEDIA = List.of("image", "voice", "video");

	private final SimAccount account;

	private final String openId;

	private final int articlesAllowed;

	AnswerCheck(SimAccount account, String openId, int articlesAllowed) {
		this.account = account;
		this.openId = openId;
		this.articlesAllowed = articlesAllowed;
	}

	Judgement judge(String body) {
		if (body.isEmpty() || body.equals("success")) {
			return Judgement.empty();
		}
		String clear = null;
		try {
			clear = clear(body);
			XmlTree reply = XmlTree.read(clear);
			String fault = fault(reply);
			return (fault != null) ? Judgement.bad(fault, clear) : Judgement.reply(clear, reply);
		}
		catch (IllegalArgumentException ex) {
			return Judgement.bad(Objects.requireNonNullElse(ex.getMessage(), "unreadable"), clear);
		}
	}

	private String clear(String body) {
		XmlTree root = XmlTree.read(body);
		if (root.child("Encrypt").isEmpty()) {
			if (account.mode() == SimAccount.Mode.SAFE) {
				throw new IllegalArgumentException("safe mode wants a sealed reply");
			}
			return body;
		}
		if (account.mode() == SimAccount.Mode.PLAIN) {
			throw new IllegalArgumentException("plain mode wants an unsealed reply");
		}
		String sealed = root.textOf("Encrypt");
		String expected = Signature.of(account.token(), root.textOf("TimeStamp"), root.textOf("Nonce"), sealed);
		if (!expected.equals(root.textOf("MsgSignature"))) {
			throw new IllegalArgumentException("MsgSignature does not fit");
		}
		PushCipher.Opened opened = open(sealed);
		if (!opened.appId().equals(account.appId())) {
			throw new IllegalArgumentException("sealed for another app id");
		}
		return opened.xml();
	}

	private PushCipher.Opened open(String sealed) {
		List<String> keys = Stream.of(account.aesKey(), account.previousAesKey()).filter(Objects::nonNull).toList();
		IllegalArgumentException last = new IllegalArgumentException("no key");
		for (String key : keys) {
			try {
				return new PushCipher(key).open(sealed);
			}
			catch (IllegalArgumentException ex) {
				last = ex;
			}
		}
		throw new IllegalArgumentException("no key opens the reply: " + last.getMessage(), last);
	}

	private @Nullable String fault(XmlTree reply) {
		String type = reply.textOf("MsgType");
		String required = REQUIRED.get(type);
		if (!reply.textOf("ToUserName").equals(openId)) {
			return "ToUserName is not the sender";
		}
		if (!reply.textOf("FromUserName").equals(account.originalId())) {
			return "FromUserName is not the account";
		}
		if (!reply.textOf("CreateTime").matches("\\d{1,19}")) {
			return "CreateTime is not a number";
		}
		if (required == null) {
			return "unknown MsgType " + type;
		}
		if (!required.isEmpty() && reply.child(required).isEmpty()) {
			return type + " without " + required;
		}
		return faultOfContent(reply, type);
	}

	private @Nullable String faultOfContent(XmlTree reply, String type) {
		if (type.equals("text")) {
			int bytes = reply.textOf("Content").getBytes(StandardCharsets.UTF_8).length;
			return (bytes < 1 || bytes > 2048) ? "Content of " + bytes + " bytes" : null;
		}
		if (type.equals("news")) {
			return faultOfNews(reply);
		}
		boolean withoutMedia = WITH_MEDIA.contains(type)
				&& reply.children().stream().allMatch((child) -> child.textOf("MediaId").isEmpty());
		return withoutMedia ? type + " without MediaId" : null;
	}

	private @Nullable String faultOfNews(XmlTree reply) {
		int articles = reply.child("Articles").orElseThrow().children("item").size();
		if (!reply.textOf("ArticleCount").equals(String.valueOf(articles))) {
			return "ArticleCount is not the number of articles";
		}
		return (articles < 1 || articles > articlesAllowed) ? articles + " articles, " + articlesAllowed + " allowed"
				: null;
	}

}
