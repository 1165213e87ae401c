package cn.mentougou.wechatsim.mass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.article.Posts;
import cn.mentougou.wechatsim.envelope.PushXml;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.push.PushDraft;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * Tells an account's server what became of what it sent: at once, or later if ordered.
 */
final class Herald implements WorldPart {

	static final String MASS_DONE = "MASSSENDJOBFINISH";

	static final String PUBLISH_DONE = "PUBLISHJOBFINISH";

	/** Such events come from the platform's helper, not from a reader. */
	private static final String HELPER = "mphelper";

	private final World world;

	private final PushDesk desk;

	private final Faults faults;

	private final Posts posts;

	private final List<Waiting> waiting = new ArrayList<>();

	Herald(World world, PushDesk desk, Faults faults, Posts posts) {
		this.world = world;
		this.desk = desk;
		this.faults = faults;
		this.posts = posts;
	}

	/** Whether the next such event is ordered to come before the call's own answer. */
	Timing timing(String appId, String event) {
		List<Fault> struck = faults.strikeTiming(new Fault.Target(appId, event, null));
		boolean early = struck.stream().anyMatch((fault) -> fault.action() == FaultAction.EARLY_EVENT);
		Duration late = struck.stream()
			.filter((fault) -> fault.action() == FaultAction.LATE_EVENT)
			.map((fault) -> (fault.by() != null) ? fault.by() : Duration.ofMinutes(10))
			.findFirst()
			.orElse(Duration.ZERO);
		return new Timing(early, late);
	}

	/** Whether what was accepted is ordered to fail, and with which code. */
	Optional<Fault> failure(String appId, String event) {
		return faults.strikeJob(new Fault.Target(appId, event, null)).stream().findFirst();
	}

	Optional<Push> massDone(MassJob job, Duration late) {
		MassJob.Counts counts = job.counts();
		PushXml xml = head(job.appId(), MASS_DONE).number("MsgID", job.msgId())
			.text("Status", job.status())
			.number("TotalCount", counts.total())
			.number("FilterCount", counts.filter())
			.number("SentCount", counts.sent())
			.number("ErrorCount", counts.error())
			.raw(copyright(job.status()));
		List<String> addresses = posts.find(job.body().articleId()).map(posts::addresses).orElse(List.of());
		return tell(job.appId(), MASS_DONE, xml.raw(articleUrls(addresses)).end(), late);
	}

	Optional<Push> published(PublishJob job, Optional<Post> post, Duration late) {
		PushXml info = new PushXml().number("publish_id", job.publishId()).number("publish_status", job.status());
		post.ifPresent((one) -> info.text("article_id", one.articleId()).raw(details(posts.addresses(one))));
		job.failIdx().forEach((index) -> info.number("fail_idx", index));
		String xml = head(job.appId(), PUBLISH_DONE).raw("<PublishEventInfo>" + info.elements() + "</PublishEventInfo>")
			.end();
		return tell(job.appId(), PUBLISH_DONE, xml, late);
	}

	/** Sends the events whose time has come. */
	List<Push> due() {
		List<Waiting> due;
		synchronized (this) {
			due = waiting.stream().filter((one) -> !one.dueAt().isAfter(world.clock().instant())).toList();
			waiting.removeAll(due);
		}
		return due.stream().map((one) -> push(one.appId(), one.event(), one.xml())).toList();
	}

	private Optional<Push> tell(String appId, String event, String xml, Duration late) {
		if (late.isZero()) {
			return Optional.of(push(appId, event, xml));
		}
		synchronized (this) {
			waiting.add(new Waiting(appId, event, xml, world.clock().instant().plus(late)));
		}
		world.changed();
		return Optional.empty();
	}

	private Push push(String appId, String event, String xml) {
		return desk.send(new PushDraft(appId, HELPER, event, xml));
	}

	private PushXml head(String appId, String event) {
		return new PushXml().text("ToUserName", world.account(appId).orElseThrow().originalId())
			.text("FromUserName", world.followers().openId(appId, HELPER))
			.number("CreateTime", world.clock().seconds())
			.text("MsgType", "event")
			.text("Event", event);
	}

	/** An empty list is the usual form; what was refused as a reprint is named. */
	private static String copyright(String status) {
		if (!status.matches("err\\(3000[123]\\)")) {
			return "<CopyrightCheckResult><Count>0</Count><ResultList></ResultList><CheckState>0</CheckState>"
					+ "</CopyrightCheckResult>";
		}
		return new PushXml().raw("<CopyrightCheckResult><Count>1</Count><ResultList><item>")
			.number("ArticleIdx", 1)
			.number("UserDeclareState", 0)
			.number("AuditState", 2)
			.text("OriginalArticleUrl", "https://mp.weixin.qq.com/s/sim")
			.number("OriginalArticleType", 1)
			.number("CanReprint", status.equals("err(30003)") ? 1 : 0)
			.number("NeedReplaceContent", 1)
			.number("NeedShowReprintSource", 1)
			.raw("</item></ResultList><CheckState>3</CheckState></CopyrightCheckResult>")
			.elements();
	}

	private static String articleUrls(List<String> addresses) {
		PushXml xml = new PushXml().raw("<ArticleUrlResult>").number("Count", addresses.size()).raw("<ResultList>");
		for (int i = 0; i < addresses.size(); i++) {
			xml.raw("<item>").number("ArticleIdx", i + 1).text("ArticleUrl", addresses.get(i)).raw("</item>");
		}
		return xml.raw("</ResultList></ArticleUrlResult>").elements();
	}

	private static String details(List<String> addresses) {
		PushXml xml = new PushXml().raw("<article_detail>").number("count", addresses.size());
		for (int i = 0; i < addresses.size(); i++) {
			xml.raw("<item>").number("idx", i + 1).text("article_url", addresses.get(i)).raw("</item>");
		}
		return xml.raw("</article_detail>").elements();
	}

	@Override
	public String name() {
		return "late-events";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("waiting", new ArrayList<>(waiting));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		waiting.clear();
		saved.path("waiting").forEach((each) -> waiting.add(Json.MAPPER.treeToValue(each, Waiting.class)));
	}

	/** When an event is told. */
	record Timing(boolean early, Duration late) {
	}

	/** An event that is to be told later. */
	record Waiting(String appId, String event, String xml, Instant dueAt) {
	}

}
