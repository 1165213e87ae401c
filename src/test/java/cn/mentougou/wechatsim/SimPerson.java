package cn.mentougou.wechatsim;

import java.util.List;
import java.util.Map;

import cn.mentougou.wechatsim.action.UserAction;
import cn.mentougou.wechatsim.action.UserActions;
import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.control.Parts;
import cn.mentougou.wechatsim.figure.Readings;
import cn.mentougou.wechatsim.menu.Menus;
import cn.mentougou.wechatsim.menu.ShownMenu;
import cn.mentougou.wechatsim.notice.NoticeDesk;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.qr.QrPicture;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** A person in the hands of a test: every deed returns the push that it causes. */
public final class SimPerson {

	private final World world;

	private final UserActions actions;

	private final Menus menus;

	private final NoticeDesk notices;

	private final Readings readings;

	private final Person person;

	SimPerson(Parts parts, Person person) {
		this.world = parts.world();
		this.actions = parts.actions();
		this.menus = parts.menus();
		this.notices = parts.notices();
		this.readings = parts.readings();
		this.person = person;
	}

	public String id() {
		return person.id();
	}

	public String nickname() {
		return person.nickname();
	}

	public String openId(String appId) {
		return world.followers().openId(appId, person.id());
	}

	public boolean follows(String appId) {
		return world.followers().of(appId, person.id()).subscribed();
	}

	/** Everything that the phone showed in the chat with this account. */
	public List<Bubble> phone(String appId) {
		return world.phone().of(person.id(), appId);
	}

	public Push follow(String appId) {
		return act(UserAction.of(appId, "follow"));
	}

	public Push unfollow(String appId) {
		return act(UserAction.of(appId, "unfollow"));
	}

	public Push text(String appId, String content) {
		return act(UserAction.of(appId, "text").content(content));
	}

	public Push image(String appId) {
		return act(UserAction.of(appId, "image"));
	}

	/** A voice message with what the platform understood of it, which may be nothing. */
	public Push voice(String appId, String recognition) {
		return act(UserAction.of(appId, "voice").recognition(recognition));
	}

	public Push video(String appId) {
		return act(UserAction.of(appId, "video"));
	}

	public Push shortVideo(String appId) {
		return act(UserAction.of(appId, "shortvideo"));
	}

	public Push location(String appId, double latitude, double longitude, String label) {
		return act(UserAction.of(appId, "location").at(latitude, longitude, label));
	}

	public Push link(String appId, String title, String description, String url) {
		return act(UserAction.of(appId, "link").titled(title, description).url(url));
	}

	/** Scans a code with a scene; who does not follow yet follows by it. */
	public Push scan(String appId, String scene) {
		return act(UserAction.of(appId, "scan").scene(scene));
	}

	/** Scans a code that an account made: its ticket, or what its picture says. */
	public Push scanCode(String ticketOrContent) {
		return act(UserAction.of("", "scan").content(ticketOrContent));
	}

	/** Holds the camera over any picture with a code in it. */
	public Push scanPicture(byte[] picture) {
		return scanCode(QrPicture.read(picture)
			.orElseThrow(() -> new IllegalArgumentException("the picture has no code in it")));
	}

	/**
	 * Enters the chat; the phone fetches the menu if its copy is older than 5 minutes.
	 */
	public ShownMenu enter(String appId) {
		return menus.enter(account(appId), relation(appId));
	}

	/** Enters the chat with a phone that has forgotten its copy of the menu. */
	public ShownMenu enterAfresh(String appId) {
		menus.forget(relation(appId));
		return enter(appId);
	}

	public Push menu(String appId, String key) {
		return act(UserAction.of(appId, "menu").key(key));
	}

	/** Opens the link behind a menu button. */
	public Push view(String appId, String url) {
		return act(UserAction.of(appId, "menu").url(url));
	}

	/** Taps an entry of a menu message. */
	public Push menuMessage(String appId, String entryId, String content) {
		return act(UserAction.of(appId, "msgmenu").key(entryId).content(content));
	}

	public Push locationReport(String appId, double latitude, double longitude) {
		return act(UserAction.of(appId, "location-report").at(latitude, longitude, null));
	}

	/** Any event, with its further elements as XML. */
	public Push event(String appId, String event, String elements) {
		return actions.event(person.id(), appId, event, elements);
	}

	/** A message of any type, with its elements as XML. */
	public Push message(String appId, String type, String elements) {
		return actions.otherMessage(person.id(), appId, type, elements);
	}

	/** Says yes or no, for each template, to the pop-up that asks for notices. */
	public Push answerPopup(String appId, Map<String, Boolean> answers) {
		return notices.answerPopup(appId, person.id(), answers);
	}

	public Push acceptNotices(String appId, String templateId) {
		return answerPopup(appId, Map.of(templateId, true));
	}

	public Push rejectNotices(String appId, String templateId) {
		return answerPopup(appId, Map.of(templateId, false));
	}

	/** Switches the notices of a template off in the settings of WeChat. */
	public Push switchNoticesOff(String appId, String templateId) {
		return notices.switchOff(appId, person.id(), templateId);
	}

	/** Opens an article, shares it, or leaves a mark on it. */
	public void reads(Post post, int index, Readings.Kind kind) {
		readings.did(post, index, person.id(), kind);
	}

	/** Whether the account has put the person on its blacklist. */
	public void blacklisted(String appId, boolean value) {
		world.followers().change(appId, person.id(), (follower) -> follower.withBlacklisted(value));
	}

	public void refusesMessages(String appId, boolean value) {
		world.followers().change(appId, person.id(), (follower) -> follower.withRefusesMessages(value));
	}

	/** How the person stands to the account. */
	public Follower relation(String appId) {
		return world.followers().of(appId, person.id());
	}

	private SimAccount account(String appId) {
		return world.account(appId).orElseThrow();
	}

	private Push act(UserAction action) {
		return actions.perform(person.id(), action);
	}

}
