package cn.mentougou.education.wechat.dialogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.dialogue.Dialogue.State;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Side;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.unanswered.Asked;
import cn.mentougou.education.wechat.unanswered.Unanswered;
import cn.mentougou.education.wechat.unanswered.UnansweredId;

/**
 * Takes what nobody else answered, in the message's own transaction: it is counted, and
 * stands in the person's conversation. Whatever a feature answers in its turn, class
 * messages above all, is no concern of this one.
 */
@Component
class DialogueListener implements PushListener {

	/** More would be nobody's question; the platform allows far less. */
	private static final int LONGEST = 5000;

	private final DialogueMapper mapper;

	private final EntryMapper entries;

	private final DialogueSeal seal;

	private final Unanswered unanswered;

	private final Followers followers;

	DialogueListener(DialogueMapper mapper, EntryMapper entries, DialogueSeal seal, Unanswered unanswered,
			Followers followers) {
		this.mapper = mapper;
		this.entries = entries;
		this.seal = seal;
		this.unanswered = unanswered;
		this.followers = followers;
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return turn == Turn.DEFAULT_ANSWER && !(message instanceof InboundMessage.Event);
	}

	/** A dead letter that is run again comes a second time and is not counted twice. */
	@Override
	public void learn(Push push) {
		byte[] key = push.key().value();
		if (this.unanswered.counts(key)) {
			return;
		}
		InboundMessage message = push.message();
		Instant at = push.receivedAt().truncatedTo(ChronoUnit.MILLIS);
		DialogueMapper.Row row = heldRowOf(message, at).heard(at);
		String kind = message.header().kind();
		Optional<UnansweredId> counted = this.unanswered
			.ask(new Asked(key, message.appId(), kind, row.id(), row.occasion(), at));
		if (counted.isPresent()) {
			this.entries.insert(new EntryMapper.Row(0, key, row.id(), Side.PERSON, kind,
					this.seal.sealWords(wordsOf(message), key), null, at, counted.get().value(), null, null, null));
			this.mapper.hear(row);
			this.followers.find(message.appId(), message.openId())
				.ifPresent((follower) -> this.mapper.know(row.id(), follower.id().value()));
		}
	}

	/** The person's conversation, new or not, held until the transaction ends. */
	private DialogueMapper.Row heldRowOf(InboundMessage message, Instant at) {
		byte[] person = this.seal.person(message.appId(), message.openId());
		long id = this.mapper.findId(person)
			.orElseGet(() -> this.mapper.insert(
					new DialogueMapper.Row(0, person, message.appId(), this.seal.sealOpenId(message.openId(), person),
							State.CLOSED, null, at, State.CLOSED.place(at), null, 0, 0, at, 0)));
		return this.mapper.findAndLock(id).orElseThrow(() -> new IllegalStateException("the conversation is gone"));
	}

	/** What can be read of it; null if nothing can. */
	private static @Nullable String wordsOf(InboundMessage message) {
		String words = message.words().orElse("");
		if (message instanceof InboundMessage.Location place) {
			words = place.label();
		}
		else if (message instanceof InboundMessage.Link link) {
			words = link.title() + "\n" + link.url();
		}
		if (words.isBlank()) {
			return null;
		}
		return (words.length() <= LONGEST) ? words : words.substring(0, LONGEST) + "…";
	}

}
