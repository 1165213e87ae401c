package cn.mentougou.education.wechat.envelope;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.envelope.InboundEvent.NoticeChoice;
import cn.mentougou.education.wechat.envelope.InboundEvent.NoticeResult;

/** Reads the fields of each event that the platform documents. */
final class EventReader {

	private static final String SCENE = "qrscene_";

	private EventReader() {
	}

	static InboundEvent read(String name, XmlNode root) {
		try {
			return known(name, root);
		}
		catch (NumberFormatException ex) {
			return new InboundEvent.Unknown(name);
		}
	}

	private static InboundEvent known(String name, XmlNode root) {
		String key = root.text("EventKey");
		return switch (name) {
			case "subscribe" -> new InboundEvent.Followed(scene(key), root.textOrNull("Ticket"));
			case "unsubscribe" -> new InboundEvent.Unfollowed();
			case "SCAN" -> new InboundEvent.Scanned(key, root.textOrNull("Ticket"));
			case "LOCATION" -> new InboundEvent.LocationReported(root.number("Latitude"), root.number("Longitude"),
					root.number("Precision"));
			case "CLICK" -> new InboundEvent.MenuTapped(key);
			case "VIEW", "view_miniprogram" ->
				new InboundEvent.MenuOpened(key, root.textOrNull("MenuId"), !name.equals("VIEW"));
			case "scancode_push", "scancode_waitmsg" -> codeScanned(name, key, root.section("ScanCodeInfo"));
			case "pic_sysphoto", "pic_photo_or_album", "pic_weixin" ->
				new InboundEvent.PicturesChosen(key, texts(root.section("SendPicsInfo"), "PicMd5Sum"));
			case "location_select" -> locationChosen(key, root.section("SendLocationInfo"));
			default -> job(name, root);
		};
	}

	private static InboundEvent job(String name, XmlNode root) {
		return switch (name) {
			case "TEMPLATESENDJOBFINISH" ->
				new InboundEvent.TemplateJobFinished(root.text("MsgID"), root.text("Status"));
			case "MASSSENDJOBFINISH" -> new InboundEvent.MassJobFinished(root.text("MsgID"), root.text("Status"),
					count(root, "TotalCount"), count(root, "FilterCount"), count(root, "SentCount"),
					count(root, "ErrorCount"), texts(root.section("ArticleUrlResult"), "ArticleUrl"));
			case "PUBLISHJOBFINISH" -> published(root.section("PublishEventInfo"));
			case "subscribe_msg_popup_event" ->
				new InboundEvent.NoticeChosen(choices(root.section("SubscribeMsgPopupEvent")), true);
			case "subscribe_msg_change_event" ->
				new InboundEvent.NoticeChosen(choices(root.section("SubscribeMsgChangeEvent")), false);
			case "subscribe_msg_sent_event" -> new InboundEvent.NoticeSent(results(root));
			case "kf_create_session", "kf_close_session" ->
				new InboundEvent.StaffSession(name, root.text("KfAccount"), null);
			case "kf_switch_session" ->
				new InboundEvent.StaffSession(name, root.text("ToKfAccount"), root.textOrNull("FromKfAccount"));
			case "user_info_modified", "user_authorization_revoke" ->
				new InboundEvent.ProfileRevoked(name.equals("user_authorization_revoke"), root.textOrNull("OpenID"));
			default -> new InboundEvent.Unknown(name);
		};
	}

	private static @Nullable String scene(String key) {
		return key.startsWith(SCENE) ? key.substring(SCENE.length()) : null;
	}

	private static InboundEvent codeScanned(String name, String key, XmlNode info) {
		return new InboundEvent.CodeScanned(key, info.text("ScanType"), info.text("ScanResult"),
				name.equals("scancode_waitmsg"));
	}

	private static InboundEvent locationChosen(String key, XmlNode info) {
		return new InboundEvent.LocationChosen(key, info.number("Location_X"), info.number("Location_Y"),
				info.text("Label"), info.text("Poiname"));
	}

	private static InboundEvent published(XmlNode info) {
		return new InboundEvent.PublishJobFinished(info.text("publish_id"),
				Integer.parseInt(info.text("publish_status").strip()), info.textOrNull("article_id"),
				texts(info, "article_url"), texts(info, "fail_idx").stream().map(Integer::valueOf).toList());
	}

	private static List<NoticeChoice> choices(XmlNode info) {
		return info.all("List")
			.map((one) -> new NoticeChoice(one.text("TemplateId"), one.text("SubscribeStatusString").equals("accept")))
			.toList();
	}

	private static List<NoticeResult> results(XmlNode root) {
		return root.section("SubscribeMsgSentEvent")
			.all("List")
			.map((one) -> new NoticeResult(one.text("TemplateId"), one.text("MsgID"), one.text("ErrorCode"),
					one.text("ErrorStatus")))
			.toList();
	}

	private static List<String> texts(XmlNode section, String name) {
		return section.all(name).map(XmlNode::text).toList();
	}

	private static long count(XmlNode node, String name) {
		String value = node.text(name).strip();
		return value.isEmpty() ? 0 : Long.parseLong(value);
	}

}
