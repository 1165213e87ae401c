package cn.mentougou.education.wechat.envelope;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Sha256;
import cn.mentougou.education.wechat.envelope.InboundMessage.Header;

/** Reads a message in clear into an {@link InboundMessage}. */
public final class MessageReader {

	private static final int MAX_KIND = 64;

	private static final int MAX_ID = 128;

	private MessageReader() {
	}

	/**
	 * Reads a message or an event.
	 * @param appId the account that it was pushed to
	 * @param xml the message in clear
	 * @throws UnreadableMessage if it lacks what every push has
	 */
	public static Delivery read(String appId, byte[] xml) {
		XmlNode root = XmlReader.read(xml);
		Header header = header(appId, root);
		return new Delivery(message(header, root), identity(header, root, xml), order(header));
	}

	private static Header header(String appId, XmlNode root) {
		String type = needed(root, "MsgType", MAX_KIND);
		String kind = type.equals("event") ? "event:" + needed(root, "Event", MAX_KIND - 6) : type;
		if (hasControl(kind)) {
			// It stands in every log line about the message.
			throw new UnreadableMessage("no usable MsgType");
		}
		return new Header(appId, needed(root, "ToUserName", MAX_ID), needed(root, "FromUserName", MAX_ID),
				createdAt(needed(root, "CreateTime", 20)), kind, msgId(root));
	}

	private static boolean hasControl(String kind) {
		for (int i = 0; i < kind.length(); i++) {
			if (Character.isISOControl(kind.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static String needed(XmlNode root, String name, int longest) {
		String value = root.text(name);
		if (value.isBlank() || value.length() > longest) {
			throw new UnreadableMessage("no usable " + name);
		}
		return value;
	}

	private static @Nullable String msgId(XmlNode root) {
		String id = root.text("MsgId").strip();
		if (id.length() > MAX_ID) {
			throw new UnreadableMessage("no usable MsgId");
		}
		return id.isEmpty() ? null : id;
	}

	private static Instant createdAt(String seconds) {
		try {
			return Instant.ofEpochSecond(Integer.toUnsignedLong(Integer.parseUnsignedInt(seconds.strip())));
		}
		catch (NumberFormatException ex) {
			throw new UnreadableMessage("no usable CreateTime");
		}
	}

	private static InboundMessage message(Header header, XmlNode root) {
		try {
			return switch (header.kind()) {
				case "text" -> new InboundMessage.Text(header, root.text("Content"), root.textOrNull("bizmsgmenuid"));
				case "image" -> new InboundMessage.Image(header, root.text("PicUrl"), root.text("MediaId"));
				case "voice" -> new InboundMessage.Voice(header, root.text("MediaId"), root.text("Format"),
						root.textOrNull("Recognition"));
				case "video", "shortvideo" -> new InboundMessage.Video(header, root.text("MediaId"),
						root.text("ThumbMediaId"), header.kind().equals("shortvideo"));
				case "location" -> new InboundMessage.Location(header, root.number("Location_X"),
						root.number("Location_Y"), scale(root), root.text("Label"));
				case "link" ->
					new InboundMessage.Link(header, root.text("Title"), root.text("Description"), root.text("Url"));
				default -> header.kind().startsWith("event:")
						? new InboundMessage.Event(header, EventReader.read(header.kind().substring(6), root))
						: new InboundMessage.Unknown(header);
			};
		}
		catch (NumberFormatException ex) {
			return new InboundMessage.Unknown(header);
		}
	}

	private static int scale(XmlNode root) {
		String scale = root.text("Scale");
		return scale.isBlank() ? 0 : (int) root.number("Scale");
	}

	/**
	 * What makes two deliveries one message: MsgId, or for events sender, time, name, key
	 * and the job's id, so that two results in one second are two. The sender of a
	 * revocation is a helper of the platform; whose it is says OpenID.
	 */
	private static List<String> identity(Header header, XmlNode root, byte[] xml) {
		if (header.msgId() != null) {
			return List.of("message", header.msgId());
		}
		String time = root.text("CreateTime").strip();
		if (header.kind().startsWith("event:")) {
			return List.of("event", header.fromUserName(), time, header.kind(), root.text("EventKey"),
					joined(root, "MsgID"), joined(root, "publish_id"), joined(root, "OpenID"));
		}
		return List.of("other", header.fromUserName(), time, header.kind(), Sha256.hex(xml));
	}

	/** The platform's ids grow, and so does the time of events. */
	private static long order(Header header) {
		if (header.msgId() == null) {
			return header.createdAt().getEpochSecond();
		}
		try {
			return Long.parseUnsignedLong(header.msgId()) >>> Short.SIZE;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private static String joined(XmlNode root, String name) {
		return root.all(name).map(XmlNode::text).collect(Collectors.joining(","));
	}

	/**
	 * A message and what makes it the same one when it comes again.
	 *
	 * @param message what was pushed
	 * @param identity the parts that are equal in each redelivery, and only there
	 * @param order follows from the identity and grows, more or less, from message to
	 * message; 48 bits
	 */
	public record Delivery(InboundMessage message, List<String> identity, long order) {
	}

}
