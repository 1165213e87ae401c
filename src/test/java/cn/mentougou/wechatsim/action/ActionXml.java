package cn.mentougou.wechatsim.action;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.envelope.PushXml;
import cn.mentougou.wechatsim.world.World;

/** The clear XML of messages and events. */
final class ActionXml {

	private final World world;

	private final String originalId;

	private final String openId;

	ActionXml(World world, String originalId, String openId) {
		this.world = world;
		this.originalId = originalId;
		this.openId = openId;
	}

	String text(UserAction action, @Nullable String menuEntry) {
		PushXml xml = head("text").text("Content", action.content()).number("MsgId", world.nextMessageId());
		return ((menuEntry != null) ? xml.number("bizmsgmenuid", menuEntry) : xml).end();
	}

	String image(String picUrl, String mediaId) {
		return message(head("image").text("PicUrl", picUrl).text("MediaId", mediaId));
	}

	String voice(UserAction action, String mediaId) {
		return message(head("voice").text("MediaId", mediaId)
			.text("Format", "amr")
			.text("Recognition", action.recognition())
			.text("MediaId16K", mediaId + "_16k"));
	}

	String video(String type, String mediaId) {
		return message(head(type).text("MediaId", mediaId).text("ThumbMediaId", mediaId + "_thumb"));
	}

	String location(UserAction action) {
		return message(head("location").number("Location_X", number(action.latitude()))
			.number("Location_Y", number(action.longitude()))
			.number("Scale", 15)
			.text("Label", action.label()));
	}

	String link(UserAction action) {
		return message(head("link").text("Title", action.title())
			.text("Description", action.description())
			.text("Url", action.url()));
	}

	/** A message of a type that this simulator has no words for. */
	String other(String type, String elements) {
		return message(head(type).raw(elements));
	}

	String event(String event, @Nullable String key) {
		return eventHead(event).text("EventKey", key).end();
	}

	String event(String event, @Nullable String key, String elements) {
		return eventHead(event).text("EventKey", key).raw(elements).end();
	}

	String rawEvent(String event, String elements) {
		return eventHead(event).raw(elements).end();
	}

	String scan(String event, String key, String ticket) {
		return eventHead(event).text("EventKey", key).text("Ticket", ticket).end();
	}

	String view(String event, String url, long menuId) {
		return eventHead(event).text("EventKey", url).number("MenuId", menuId).end();
	}

	String locationReport(UserAction action) {
		return eventHead("LOCATION").number("Latitude", number(action.latitude()))
			.number("Longitude", number(action.longitude()))
			.number("Precision", "40.0")
			.end();
	}

	private String message(PushXml xml) {
		return xml.number("MsgId", world.nextMessageId()).end();
	}

	private PushXml eventHead(String event) {
		return head("event").text("Event", event);
	}

	private PushXml head(String type) {
		return new PushXml().text("ToUserName", originalId)
			.text("FromUserName", openId)
			.number("CreateTime", world.clock().seconds())
			.text("MsgType", type);
	}

	private static double number(@Nullable Double value) {
		return (value != null) ? value : 0;
	}

}
