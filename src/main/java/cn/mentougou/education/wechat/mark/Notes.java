package cn.mentougou.education.wechat.mark;

import java.time.Clock;
import java.util.List;

import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;

/** The desk of the notes about followers; the platform never sees them. */
public class Notes {

	static final int LONGEST = 500;

	private final NoteMapper mapper;

	private final MarkSeal seal;

	private final Followers followers;

	private final Audit audit;

	private final Clock clock;

	Notes(NoteMapper mapper, MarkSeal seal, Followers followers, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.followers = followers;
		this.audit = audit;
		this.clock = clock;
	}

	/** The notes about a follower, newest first. */
	public List<Note> of(FollowerId id) {
		return this.mapper.of(id.value())
			.stream()
			.map((row) -> new Note(row.id(), this.seal.note(row.noteKey(), row.content()), row.writtenBy(),
					row.writtenAt()))
			.toList();
	}

	/**
	 * Notes something about a follower.
	 * @throws Refusal.Invalid if it is empty or too long
	 */
	@Transactional
	public void write(Actor actor, FollowerId id, String typed) {
		String text = typed.strip();
		if (text.isEmpty()) {
			throw new Refusal.Invalid("mark.note-missing");
		}
		if (text.codePointCount(0, text.length()) > LONGEST) {
			throw new Refusal.Invalid("mark.note-too-long", LONGEST);
		}
		byte[] key = RandomBytes.take(16);
		FollowerId known = this.followers.of(id).id();
		this.mapper.insert(
				new NoteMapper.Row(0, known.value(), this.seal.note(key, text), key, actor.id(), this.clock.instant()));
		this.audit.record(AuditEntry.done(actor, "mark.note-written", "follower", known.value()));
	}

	/**
	 * Deletes a note about this follower.
	 * @throws Refusal.NotFound if there is no such note about them
	 */
	@Transactional
	public void delete(Actor actor, FollowerId id, long note) {
		if (this.mapper.delete(id.value(), note) == 0) {
			throw new Refusal.NotFound("mark.no-such-note");
		}
		this.audit.record(AuditEntry.done(actor, "mark.note-deleted", "follower", id.value()).with("note", note));
	}

}
