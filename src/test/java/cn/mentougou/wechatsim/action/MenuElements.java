package cn.mentougou.wechatsim.action;

import java.util.Objects;

import cn.mentougou.wechatsim.envelope.PushXml;

/** The further elements of the rarer menu buttons. */
final class MenuElements {

	private static final String PICTURES = "<SendPicsInfo><Count>1</Count><PicList><item>"
			+ "<PicMd5Sum><![CDATA[1b5f7c23b5bf75682a53e7b6d163e185]]></PicMd5Sum></item></PicList></SendPicsInfo>";

	private MenuElements() {
	}

	static String of(String buttonType, UserAction action) {
		return switch (buttonType) {
			case "scancode_push", "scancode_waitmsg" -> scanned(Objects.requireNonNullElse(action.content(), "1"));
			case "pic_sysphoto", "pic_photo_or_album", "pic_weixin" -> PICTURES;
			case "location_select" -> place(action);
			default -> "";
		};
	}

	private static String scanned(String result) {
		PushXml inner = new PushXml().text("ScanType", "qrcode").text("ScanResult", result);
		return inside("ScanCodeInfo", inner);
	}

	private static String place(UserAction action) {
		PushXml inner = new PushXml().text("Location_X", String.valueOf(action.latitude()))
			.text("Location_Y", String.valueOf(action.longitude()))
			.text("Scale", "15")
			.text("Label", action.label())
			.text("Poiname", "");
		return inside("SendLocationInfo", inner);
	}

	private static String inside(String element, PushXml inner) {
		String xml = inner.end();
		return "<" + element + ">" + xml.substring("<xml>".length(), xml.length() - "</xml>".length()) + "</" + element
				+ ">";
	}

}
