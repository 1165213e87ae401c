package cn.mentougou.education.wechat.answer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.hours.StaffHours;
import cn.mentougou.education.wechat.reply.RuleBook;

/**
 * Finds the answer to a message in the rules at hand, or a kind sentence of its own where
 * silence would leave the person standing.
 */
public class Answers {

	/** Said to a new follower by an account without a welcome. */
	static final String WELCOME = "您好，欢迎关注门头沟教育！\n回复“帮助”，可以看到在这里能办的事；也可以直接写下您的问题。";

	/** Said to a follower who scans a code that no rule knows. */
	static final String SCANNED = "您好，您已经关注了我们，不需要再次关注。\n回复“帮助”，可以看到在这里能办的事。";

	/** Said after a tap on a menu entry that no rule knows. */
	static final String MENU = "这一栏的内容正在更新，暂时还看不到。\n请回复“帮助”查看其他内容，或直接写下您的问题。";

	/** Said when nothing else fits: who reads the message, and when. */
	static final String OTHERWISE = "您的留言已收到，由区教委办公室工作人员查看并答复（" + StaffHours.HOURS + "）。\n" + StaffHours.EXPECTATION
			+ "\n回复“帮助”，可以看到在这里能马上得到答复的事。";

	private final Supplier<RuleBook> rules;

	private final StaffHours hours;

	private final Clock clock;

	Answers(Supplier<RuleBook> rules, StaffHours hours, Clock clock) {
		this.rules = rules;
		this.hours = hours;
		this.clock = clock;
	}

	Optional<String> toWholeKeyword(InboundMessage message) {
		return message.words().flatMap((words) -> book().wholeKeyword(message.appId(), words, now()));
	}

	Optional<String> toOtherKeyword(InboundMessage message) {
		return message.words().flatMap((words) -> book().otherKeyword(message.appId(), words, now()));
	}

	/**
	 * A scan by a follower is always answered; a new follower who came by a code gets the
	 * welcome unless a rule knows the code.
	 */
	Optional<String> toScene(InboundMessage message) {
		if (eventOf(message) instanceof InboundEvent.Scanned scanned) {
			return book().scene(message.appId(), scanned.scene(), now()).or(() -> Optional.of(SCANNED));
		}
		if (eventOf(message) instanceof InboundEvent.Followed followed) {
			return Optional.ofNullable(followed.scene())
				.flatMap((scene) -> book().scene(message.appId(), scene, now()));
		}
		return Optional.empty();
	}

	/** A code that a menu entry scanned is answered too when the person waits for it. */
	Optional<String> toMenuKey(InboundMessage message) {
		if (eventOf(message) instanceof InboundEvent.MenuTapped tapped) {
			return menuKey(message, tapped.key());
		}
		if (eventOf(message) instanceof InboundEvent.CodeScanned scanned && scanned.isWaiting()) {
			return menuKey(message, scanned.key());
		}
		return Optional.empty();
	}

	private Optional<String> menuKey(InboundMessage message, String key) {
		return book().menuKey(message.appId(), key, now()).or(() -> Optional.of(MENU));
	}

	Optional<String> toFollower(InboundMessage message) {
		if (eventOf(message) instanceof InboundEvent.Followed) {
			return book().welcome(message.appId(), now()).or(() -> Optional.of(WELCOME));
		}
		return Optional.empty();
	}

	/** Every message is answered, whatever its type; an event is not a message. */
	Optional<String> otherwise(InboundMessage message) {
		if (message instanceof InboundMessage.Event) {
			return Optional.empty();
		}
		return Optional.of(remaining(message.appId()));
	}

	/**
	 * The account's default answer, with the hours of the staff where it asks for them.
	 */
	String remaining(String appId) {
		return otherwise(book().otherwise(appId, now()).orElse(OTHERWISE), this.clock.instant());
	}

	/** What a default answer says at a time; without one, a sentence of our own. */
	public String otherwise(@Nullable String answer, Instant at) {
		String said = this.hours.in((answer != null) ? answer : OTHERWISE, at);
		boolean isTooLong = said.getBytes(StandardCharsets.UTF_8).length > Reply.Text.MAX_BYTES;
		return isTooLong ? this.hours.in(OTHERWISE, at) : said;
	}

	/** Whether it is the rules that speak through this handler. */
	public boolean areSpokenBy(MessageHandler handler) {
		return handler instanceof RuleHandler;
	}

	private static Object eventOf(InboundMessage message) {
		return message instanceof InboundMessage.Event pushed ? pushed.event() : message;
	}

	private RuleBook book() {
		return this.rules.get();
	}

	private LocalDateTime now() {
		return LocalDateTime.now(this.clock);
	}

}
