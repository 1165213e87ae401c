package cn.mentougou.education.wechat.dialoguedesk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The desk of the answers that are given often (常用答复); all clerks keep them together. */
@Component
class CannedAnswers {

	private static final int MOST = 200;

	private static final int LONGEST_TITLE = 40;

	/** What the platform takes as one message. */
	private static final int MOST_BYTES = 2048;

	private final CannedAnswerMapper mapper;

	private final Audit audit;

	private final Clock clock;

	CannedAnswers(CannedAnswerMapper mapper, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.audit = audit;
		this.clock = clock;
	}

	/** All of them, by title. */
	List<CannedAnswer> all() {
		return this.mapper.list(MOST);
	}

	CannedAnswer find(long id) {
		return this.mapper.find(id).orElseThrow(() -> new Refusal.NotFound("dialoguedesk.no-such-answer"));
	}

	/** What was typed, with one of them below it. */
	String putInto(String typed, @Nullable Long id) {
		if (id == null) {
			return typed;
		}
		String words = this.mapper.find(id).map(CannedAnswer::words).orElse("");
		return typed.isBlank() ? words : typed.stripTrailing() + "\n" + words;
	}

	@Transactional
	long add(Actor actor, String title, String words) {
		if (this.mapper.list(MOST).size() == MOST) {
			throw new Refusal.Conflict("dialoguedesk.too-many", MOST);
		}
		CannedAnswer answer = checked(0, title, words, 0);
		try {
			long id = this.mapper.insert(answer, actor.id(), now());
			this.audit.record(AuditEntry.done(actor, "dialogue.canned-answer-added", "canned-answer", id));
			return id;
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("dialoguedesk.title-taken");
		}
	}

	@Transactional
	void change(Actor actor, CannedAnswer changed) {
		CannedAnswer answer = checked(changed.id(), changed.title(), changed.words(), changed.version());
		find(answer.id());
		try {
			if (this.mapper.change(answer, actor.id(), now()) == 0) {
				throw new Refusal.Conflict("dialoguedesk.changed-meanwhile");
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("dialoguedesk.title-taken");
		}
		this.audit.record(AuditEntry.done(actor, "dialogue.canned-answer-changed", "canned-answer", answer.id()));
	}

	@Transactional
	void remove(Actor actor, long id) {
		if (this.mapper.remove(id) == 0) {
			throw new Refusal.NotFound("dialoguedesk.no-such-answer");
		}
		this.audit.record(AuditEntry.done(actor, "dialogue.canned-answer-removed", "canned-answer", id));
	}

	private static CannedAnswer checked(long id, String title, String words, long version) {
		String shortTitle = title.strip();
		String said = words.replace("\r\n", "\n").strip();
		if (shortTitle.isEmpty() || said.isEmpty()) {
			throw new Refusal.Invalid("dialoguedesk.answer-missing");
		}
		if (shortTitle.codePointCount(0, shortTitle.length()) > LONGEST_TITLE) {
			throw new Refusal.Invalid("dialoguedesk.title-too-long", LONGEST_TITLE);
		}
		if (said.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			throw new Refusal.Invalid("dialoguedesk.answer-too-long", MOST_BYTES);
		}
		return new CannedAnswer(id, shortTitle, said, version);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
