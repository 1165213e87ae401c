package cn.mentougou.wechatsim.notice;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import cn.mentougou.wechatsim.envelope.PushXml;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.push.PushDraft;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/**
 * Brings accepted messages to the phone a moment later, and tells the account's server
 * what became of them.
 */
final class Envoy {

	static final String TEMPLATE_DONE = "TEMPLATESENDJOBFINISH";

	static final String NOTICE_SENT = "subscribe_msg_sent_event";

	private static final System.Logger LOG = System.getLogger(Envoy.class.getName());

	/** After the answer to the call has gone out, as in real life. */
	private static final long A_MOMENT_MILLIS = 150;

	private static final ScheduledExecutorService EXECUTOR = Executors.newScheduledThreadPool(1, (task) -> {
		Thread thread = new Thread(task, "wechatsim-envoy");
		thread.setDaemon(true);
		return thread;
	});

	private final World world;

	private final PushDesk desk;

	private final Faults faults;

	Envoy(World world, PushDesk desk, Faults faults) {
		this.world = world;
		this.desk = desk;
		this.faults = faults;
	}

	void templateMessage(Parcel parcel) {
		later(() -> {
			Outcome outcome = deliver(parcel, TEMPLATE_DONE);
			push(parcel.receiver(), TEMPLATE_DONE,
					head(parcel.receiver(), TEMPLATE_DONE).number("MsgID", parcel.messageId())
						.text("Status", outcome.status));
		});
	}

	void notice(Parcel parcel) {
		later(() -> {
			Outcome outcome = deliver(parcel, NOTICE_SENT);
			PushXml item = new PushXml().text("TemplateId", parcel.template().id())
				.text("MsgID", String.valueOf(parcel.messageId()))
				.number("ErrorCode", outcome.errorCode)
				.text("ErrorStatus", outcome.status);
			push(parcel.receiver(), NOTICE_SENT,
					head(parcel.receiver(), NOTICE_SENT).raw(wrapped("SubscribeMsgSentEvent", List.of(item))));
		});
	}

	/** Tells what the person chose, in a pop-up or in the settings. */
	Push choices(Follower person, String event, String element, List<PushXml> items) {
		return push(person, event, head(person, event).raw(wrapped(element, items)));
	}

	private Outcome deliver(Parcel parcel, String event) {
		Follower receiver = world.followers().of(parcel.receiver().appId(), parcel.receiver().personId());
		if (receiver.refusesMessages()) {
			return Outcome.BLOCKED;
		}
		if (!faults.strikeJob(new Fault.Target(receiver.appId(), event, receiver.openId())).isEmpty()) {
			return Outcome.FAILED;
		}
		world.phone()
			.show(new Bubble.Chat(receiver.personId(), receiver.appId()), parcel.content(), Bubble.Origin.card());
		return Outcome.SUCCESS;
	}

	private static void later(Runnable work) {
		EXECUTOR.schedule(() -> {
			try {
				work.run();
			}
			catch (RejectedExecutionException ex) {
				// The simulator has ended meanwhile.
			}
			catch (RuntimeException ex) {
				LOG.log(System.Logger.Level.ERROR, "the simulator failed to deliver a message", ex);
			}
		}, A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
	}

	private PushXml head(Follower person, String event) {
		String originalId = world.account(person.appId()).orElseThrow().originalId();
		return new PushXml().text("ToUserName", originalId)
			.text("FromUserName", person.openId())
			.number("CreateTime", world.clock().seconds())
			.text("MsgType", "event")
			.text("Event", event);
	}

	private static String wrapped(String element, List<PushXml> items) {
		return items.stream()
			.map(PushXml::elements)
			.collect(Collectors.joining("</List><List>", "<" + element + "><List>", "</List></" + element + ">"));
	}

	private Push push(Follower person, String event, PushXml xml) {
		return desk.send(new PushDraft(person.appId(), person.personId(), event, xml.end()));
	}

	/** A message on its way. */
	record Parcel(Follower receiver, SimTemplate template, long messageId, Bubble.Content content) {
	}

	/** What became of it. */
	private enum Outcome {

		SUCCESS("success", 0), BLOCKED("failed:user block", 43101), FAILED("failed: system failed", -1);

		private final String status;

		private final int errorCode;

		Outcome(String status, int errorCode) {
			this.status = status;
			this.errorCode = errorCode;
		}

	}

}
