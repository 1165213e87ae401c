package cn.mentougou.education.office.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.PersonLeft;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The desk of the posts for disclosure, kept by the disclosure clerk. */
@Component
public class DisclosurePosts {

	private final PostMapper mapper;

	private final People people;

	private final Audit audit;

	private final Clock clock;

	DisclosurePosts(PostMapper mapper, People people, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/** How many people had a post on this day. */
	public PostCount countOn(LocalDate day) {
		int full = 0;
		int part = 0;
		for (PostMapper.Tally tally : this.mapper.countOn(day)) {
			if (tally.kind() == PostKind.FULL_TIME) {
				full = tally.people();
			}
			else {
				part = tally.people();
			}
		}
		return new PostCount(full, part);
	}

	/** The newest posts before this number. */
	public List<DisclosurePost> list(long before, int limit) {
		return this.mapper.list(before, limit).stream().map(PostMapper.Row::post).toList();
	}

	/**
	 * Gives somebody a post; one person has one at a time.
	 * @throws Refusal.Conflict if the person has one on one of these days
	 */
	@Transactional
	public long give(Actor actor, PersonId person, PostKind kind, Term term) {
		require(actor, this.people.hold(person));
		if (this.mapper.anyBetween(person, term.fromOn(), term.untilOn()).isPresent()) {
			throw new Refusal.Conflict("post.held");
		}
		long id = this.mapper.insert(new PostMapper.Row(0, person.value(), kind, term.fromOn(), term.untilOn()),
				actor.id(), this.clock.instant());
		this.audit
			.record(AuditEntry.done(actor, "post.given", "person", person.value()).with("post", id).with("kind", kind));
		return id;
	}

	/**
	 * Ends a post on this day, its last.
	 * @throws Refusal.Conflict if it ends earlier or begins later
	 */
	@Transactional
	public void end(Actor actor, long id, LocalDate until) {
		DisclosurePost post = this.mapper.find(id)
			.map(PostMapper.Row::post)
			.orElseThrow(() -> new Refusal.NotFound("post.no-such-post"));
		require(actor, this.people.find(post.person()).orElseThrow());
		if (this.mapper.end(id, until) == 0) {
			throw new Refusal.Conflict("post.cannot-end-then");
		}
		this.audit.record(AuditEntry.done(actor, "post.ended", "person", post.person().value())
			.with("post", id)
			.with("until", until));
	}

	@EventListener
	void on(PersonLeft left) {
		this.mapper.endAllOf(left.person(), left.on());
	}

	private static void require(Actor actor, Person person) {
		if (actor.kind() != Actor.Kind.SYSTEM) {
			actor.require(Role.DISCLOSURE_CLERK);
			if (!actor.holds(Role.DISCLOSURE_CLERK, person.unit())) {
				throw new Refusal.NotFound("staff.no-such-person");
			}
		}
	}

}
