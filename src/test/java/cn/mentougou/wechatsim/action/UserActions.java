package cn.mentougou.wechatsim.action;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.action.Camera.Seen;
import cn.mentougou.wechatsim.menu.Menus;
import cn.mentougou.wechatsim.menu.ShownMenu;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.push.PushDraft;
import cn.mentougou.wechatsim.qr.QrCodes;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.QuotaBuckets.Trigger;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/**
 * Carries out what people do; a deed that WeChat would not allow is refused with a
 * sentence.
 */
public final class UserActions {

	private static final List<String> OPENING_BUTTONS = List.of("click", "scancode_push", "scancode_waitmsg");

	private final World world;

	private final PushDesk desk;

	private final Menus menus;

	private final Camera camera;

	public UserActions(World world, PushDesk desk, QrCodes codes, Menus menus) {
		this.world = world;
		this.desk = desk;
		this.menus = menus;
		this.camera = new Camera(world, codes, () -> desk.settings().strict());
	}

	public Push perform(String personId, UserAction action) {
		String type = Objects.requireNonNullElse(action.type(), "");
		if (type.equals("scan")) {
			Seen seen = camera.see(action);
			return scan(deed(personId, UserAction.of(seen.appId(), type)), seen);
		}
		Deed deed = deed(personId, action);
		return switch (type) {
			case "follow" -> follow(deed, (action.scene() != null) ? camera.see(action) : null);
			case "unfollow" -> unfollow(deed);
			case "menu" -> menu(deed);
			case "msgmenu", "text" -> text(deed);
			case "image", "voice", "video", "shortvideo", "location", "link" -> message(deed);
			case "location-report" -> locationReport(deed);
			default -> throw new IllegalArgumentException("不认识的操作：" + action.type());
		};
	}

	/** Any event, with further elements as raw XML; nothing else happens. */
	public Push event(String personId, String appId, String event, String elements) {
		Deed deed = deed(personId, UserAction.of(appId, "event"));
		return desk.send(new PushDraft(appId, personId, event, deed.xml().rawEvent(event, elements)));
	}

	/** A message of any type, with its elements as raw XML. */
	public Push otherMessage(String personId, String appId, String type, String elements) {
		Deed deed = following(deed(personId, UserAction.of(appId, type)));
		world.buckets().grant(deed.openId(), Trigger.MESSAGE);
		return desk.send(new PushDraft(appId, personId, type, deed.xml().other(type, elements)));
	}

	private Push follow(Deed deed, @Nullable Seen code) {
		if (deed.follower().subscribed()) {
			throw new IllegalArgumentException("已经关注了" + deed.account().name());
		}
		world.followers()
			.follow(deed.account().appId(), deed.person().id(), world.clock().instant(),
					(code != null) ? code.arrival() : null);
		world.buckets().grant(deed.openId(), Trigger.FOLLOW);
		menus.forget(deed.follower());
		String xml = (code != null) ? deed.xml().scan("subscribe", "qrscene_" + code.scene(), code.ticket())
				: deed.xml().event("subscribe", "");
		Push push = send(deed, "subscribe", xml, Bubble.Content.of(Bubble.Kind.NOTICE, "已关注" + deed.account().name()));
		world.changed();
		return push;
	}

	private Push unfollow(Deed deed) {
		following(deed);
		world.followers().unfollow(deed.account().appId(), deed.person().id());
		world.left(deed.account().appId(), deed.openId());
		Push push = send(deed, "unsubscribe", deed.xml().event("unsubscribe", ""),
				Bubble.Content.of(Bubble.Kind.NOTICE, "已取消关注" + deed.account().name()));
		world.changed();
		return push;
	}

	private Push scan(Deed deed, Seen code) {
		if (!deed.follower().subscribed()) {
			return follow(deed, code);
		}
		world.buckets().grant(deed.openId(), Trigger.SCAN);
		return send(deed, "SCAN", deed.xml().scan("SCAN", code.scene(), code.ticket()), null);
	}

	private Push menu(Deed deed) {
		following(deed);
		UserAction action = deed.action();
		ShownMenu shown = menus.enter(deed.account(), deed.follower());
		MenuButton button = button(shown, action);
		String type = Objects.requireNonNullElse(button.type(), "click");
		if (OPENING_BUTTONS.contains(type)) {
			world.buckets().grant(deed.openId(), Trigger.MENU);
		}
		return switch (type) {
			case "click" -> send(deed, "CLICK", deed.xml().event("CLICK", button.key()), null);
			case "view" ->
				send(deed, "VIEW", deed.xml().view("VIEW", String.valueOf(button.url()), shown.menuId()), null);
			case "miniprogram" -> send(deed, "view_miniprogram",
					deed.xml().view("view_miniprogram", button.more().getOrDefault("pagepath", ""), shown.menuId()),
					null);
			default -> send(deed, type, deed.xml().event(type, button.key(), MenuElements.of(type, action)), null);
		};
	}

	/** The button that was tapped; an account without a menu has whatever is tapped. */
	private MenuButton button(ShownMenu menu, UserAction action) {
		String key = action.key();
		String url = action.url();
		Optional<MenuButton> found = menu.button(key, url);
		if (found.isEmpty() && (!menu.buttons().isEmpty() && desk.settings().strict() || key == null && url == null)) {
			throw new IllegalArgumentException("菜单里没有这个按钮");
		}
		return found
			.orElseGet(() -> (key != null) ? MenuButton.click("", key) : MenuButton.view("", String.valueOf(url)));
	}

	private Push text(Deed deed) {
		following(deed);
		UserAction action = deed.action();
		String content = Objects.requireNonNullElse(action.content(), "");
		if (content.isEmpty()) {
			throw new IllegalArgumentException("请输入文字");
		}
		boolean entry = action.type().equals("msgmenu");
		world.buckets().grant(deed.openId(), entry ? Trigger.MENU : Trigger.MESSAGE);
		String menuEntry = entry ? Objects.requireNonNullElse(action.key(), "0") : null;
		return send(deed, "text", deed.xml().text(action, menuEntry), Bubble.Content.text(content));
	}

	private Push message(Deed deed) {
		following(deed);
		UserAction action = deed.action();
		world.buckets().grant(deed.openId(), Trigger.MESSAGE);
		String number = world.nextId("");
		String mediaId = "sim_media_" + number;
		String wirePicture = "http://mmbiz.qpic.cn/sim/" + number + "/0";
		String picture = action.picUrl();
		String publicPicture = (picture != null && picture.startsWith("http")) ? picture : wirePicture;
		String xml = switch (action.type()) {
			case "image" -> deed.xml().image(publicPicture, mediaId);
			case "voice" -> deed.xml().voice(action, mediaId);
			case "location" -> deed.xml().location(action);
			case "link" -> deed.xml().link(action);
			default -> deed.xml().video(action.type(), mediaId);
		};
		return send(deed, action.type(), xml, content(action));
	}

	private static Bubble.Content content(UserAction action) {
		return switch (action.type()) {
			case "image" -> Bubble.Content.picture(Bubble.Kind.IMAGE, null, action.picUrl());
			case "voice" -> Bubble.Content.of(Bubble.Kind.VOICE, action.recognition());
			case "location" -> Bubble.Content.of(Bubble.Kind.LOCATION, action.label());
			case "link" -> Bubble.Content.link(String.valueOf(action.title()),
					Objects.requireNonNullElse(action.description(), ""), String.valueOf(action.url()));
			default -> Bubble.Content.of(Bubble.Kind.VIDEO, null);
		};
	}

	private Push locationReport(Deed deed) {
		following(deed);
		if (desk.settings().strict() && !(deed.account().isService() && deed.account().verified())) {
			throw new IllegalArgumentException("只有认证的服务号能收到地理位置上报");
		}
		return send(deed, "LOCATION", deed.xml().locationReport(deed.action()), null);
	}

	private Push send(Deed deed, String kind, String xml, Bubble.@Nullable Content content) {
		Push push = desk.prepare(new PushDraft(deed.account().appId(), deed.person().id(), kind, xml));
		if (content != null) {
			Bubble.Origin origin = (content.kind() == Bubble.Kind.NOTICE) ? Bubble.Origin.system(push.id())
					: Bubble.Origin.me(push.id());
			world.phone().show(new Bubble.Chat(deed.person().id(), deed.account().appId()), content, origin);
		}
		return desk.send(push);
	}

	private Deed deed(String personId, UserAction action) {
		Person person = world.person(personId)
			.orElseThrow(() -> new IllegalArgumentException("没有编号为 " + personId + " 的人"));
		SimAccount account = world.account(action.appId())
			.orElseThrow(() -> new IllegalArgumentException("没有这个公众号：" + action.appId()));
		Follower follower = world.followers().of(account.appId(), person.id());
		return new Deed(person, account, follower, action,
				new ActionXml(world, account.originalId(), follower.openId()));
	}

	private static Deed following(Deed deed) {
		if (!deed.follower().subscribed()) {
			throw new IllegalArgumentException("请先关注" + deed.account().name());
		}
		return deed;
	}

	/** A deed with everybody who has to do with it. */
	private record Deed(Person person, SimAccount account, Follower follower, UserAction action, ActionXml xml) {

		String openId() {
			return follower.openId();
		}

	}

}
