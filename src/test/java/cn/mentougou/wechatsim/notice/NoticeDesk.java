package cn.mentougou.wechatsim.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.mentougou.wechatsim.envelope.PushXml;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/**
 * Templates and notices in one hand: the endpoints for accounts, and what people choose
 * on their phones.
 */
public final class NoticeDesk {

	private static final int CHOICES = 5;

	private final World world;

	private final NoticeBook book;

	private final TemplateLibrary library = new TemplateLibrary();

	private final TemplateShelf templates;

	private final Consents consents;

	private final Envoy envoy;

	public NoticeDesk(World world, NoticeBook book, PushDesk desk, Faults faults) {
		this.world = world;
		this.book = book;
		this.templates = book.templates;
		this.consents = book.consents;
		this.envoy = new Envoy(world, desk, faults);
	}

	public List<Endpoint> endpoints() {
		List<Endpoint> endpoints = new ArrayList<>(new TemplateApi(world, book, library, envoy).endpoints());
		endpoints.addAll(new SubscribeApi(world, book, envoy).endpoints());
		endpoints.addAll(new LibraryApi(templates, library).endpoints());
		return endpoints;
	}

	/** Takes an entry of the library into use for an account, with all its key words. */
	public SimTemplate adopt(String appId, String tid) {
		TemplateLibrary.Entry entry = library.find(tid)
			.orElseThrow(() -> new IllegalArgumentException("模板库里没有编号 " + tid));
		return templates.add(appId, entry.kind(), entry, entry.fields());
	}

	/** The account's templates of all kinds. */
	public List<SimTemplate> templates(String appId) {
		return templates.of(appId, (kind) -> true);
	}

	/** What the person still allows a template. */
	public Consents.Consent consent(String appId, String personId, String templateId) {
		return consents.of(templateId, world.followers().openId(appId, personId));
	}

	/**
	 * The person answers the pop-up of a page or an article: yes or no for each template.
	 */
	public Push answerPopup(String appId, String personId, Map<String, Boolean> answers) {
		Follower person = person(appId, personId);
		List<SimTemplate> asked = asked(appId, answers);
		boolean lasting = asked.stream().anyMatch((template) -> template.kind() == SimTemplate.Kind.LONG_TERM);
		if (lasting && asked.stream().anyMatch((template) -> template.kind() == SimTemplate.Kind.ONE_TIME)) {
			throw new IllegalArgumentException("一次弹窗里不能同时有一次性和长期的通知");
		}
		List<PushXml> items = new ArrayList<>();
		for (SimTemplate template : asked) {
			boolean yes = Boolean.TRUE.equals(answers.get(template.id()));
			if (yes) {
				consents.accept(template, person.openId());
			}
			items.add(item(template, yes).number("PopupScene", 1));
		}
		world.changed();
		return envoy.choices(person, "subscribe_msg_popup_event", "SubscribeMsgPopupEvent", items);
	}

	/** The person switches notices off in the settings of WeChat. */
	public Push switchOff(String appId, String personId, String templateId) {
		Follower person = person(appId, personId);
		SimTemplate template = asked(appId, Map.of(templateId, false)).get(0);
		consents.withdraw(template, person.openId());
		world.changed();
		return envoy.choices(person, "subscribe_msg_change_event", "SubscribeMsgChangeEvent",
				List.of(item(template, false)));
	}

	private List<SimTemplate> asked(String appId, Map<String, Boolean> answers) {
		List<SimTemplate> asked = templates.of(appId, SimTemplate.Kind::isSubscribed)
			.stream()
			.filter((template) -> answers.containsKey(template.id()))
			.toList();
		if (asked.isEmpty() || asked.size() != answers.size() || asked.size() > CHOICES) {
			throw new IllegalArgumentException("一次弹窗要有一到五个本公众号正在使用的订阅通知模板");
		}
		return asked;
	}

	private Follower person(String appId, String personId) {
		world.account(appId).orElseThrow(() -> new IllegalArgumentException("没有这个公众号：" + appId));
		world.person(personId).orElseThrow(() -> new IllegalArgumentException("没有编号为 " + personId + " 的人"));
		return world.followers().of(appId, personId);
	}

	private static PushXml item(SimTemplate template, boolean yes) {
		return new PushXml().text("TemplateId", template.id()).text("SubscribeStatusString", yes ? "accept" : "reject");
	}

}
