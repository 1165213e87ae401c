package cn.mentougou.wechatsim.push;

import java.util.List;
import java.util.Optional;

import cn.mentougou.wechatsim.envelope.XmlTree;
import cn.mentougou.wechatsim.world.Bubble;

/** Turns a reply into what the person sees. */
final class ReplyBubbles {

	private ReplyBubbles() {
	}

	/** Nothing for replies that hand the person over to somebody else. */
	static Optional<Bubble.Content> of(XmlTree reply) {
		Bubble.Content content = switch (reply.textOf("MsgType")) {
			case "text" -> Bubble.Content.text(reply.textOf("Content"));
			case "image" ->
				Bubble.Content.picture(Bubble.Kind.IMAGE, media(reply, "Image"), "/sim/media/" + media(reply, "Image"));
			case "voice" -> Bubble.Content.of(Bubble.Kind.VOICE, media(reply, "Voice"));
			case "video" -> Bubble.Content.of(Bubble.Kind.VIDEO, reply.child("Video").orElseThrow().textOf("Title"));
			case "music" -> music(reply.child("Music").orElseThrow());
			case "news" -> Bubble.Content.news(articles(reply));
			default -> null;
		};
		return Optional.ofNullable(content);
	}

	private static String media(XmlTree reply, String element) {
		return reply.child(element).orElseThrow().textOf("MediaId");
	}

	private static Bubble.Content music(XmlTree music) {
		return Bubble.Content.link(music.textOf("Title"), music.textOf("Description"), music.textOf("MusicUrl"));
	}

	private static List<Bubble.Article> articles(XmlTree reply) {
		return reply.child("Articles")
			.orElseThrow()
			.children("item")
			.stream()
			.map((item) -> new Bubble.Article(item.textOf("Title"), item.textOf("Description"), item.textOf("PicUrl"),
					item.textOf("Url")))
			.toList();
	}

}
