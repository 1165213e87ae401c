package cn.mentougou.education.wechat.follower;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.privacy.Mask;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.staff.RevealReason;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The desk of the followers. */
public class Followers {

	private final FollowerMapper mapper;

	private final FollowerSeal seal;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Followers(FollowerMapper mapper, FollowerSeal seal, Audit audit, ApplicationEventPublisher events) {
		this.mapper = mapper;
		this.seal = seal;
		this.audit = audit;
		this.events = events;
	}

	/** The person whom the account knows under this openid, following or not. */
	public Optional<Follower> find(String appId, String openId) {
		return this.mapper.findPerson(this.seal.person(appId, openId)).map(this.seal::open);
	}

	/** The follower with this number; nobody once everything was erased. */
	public Optional<Follower> find(FollowerId id) {
		return this.mapper.find(id).map(this.seal::open);
	}

	/**
	 * The follower with this number.
	 * @throws Refusal.NotFound if there is none
	 */
	public Follower of(FollowerId id) {
		return find(id).orElseThrow(() -> new Refusal.NotFound("follower.no-such-follower"));
	}

	/** The numbers of somebody who follows accounts of ours, or did. */
	public List<FollowerId> named(WeChatAccounts accounts, PersonKeys keys) {
		return this.seal.people(accounts, keys)
			.stream()
			.flatMap((person) -> this.mapper.findPerson(person).stream())
			.map((row) -> new FollowerId(row.id()))
			.toList();
	}

	/** These followers; a number that nobody has is left out. */
	public List<Follower> byIds(Collection<FollowerId> ids) {
		return ids.isEmpty() ? List.of() : this.mapper.byIds(ids).stream().map(this.seal::open).toList();
	}

	/**
	 * The openid, for those who send to the person; nobody reads it in a page or a log.
	 * Empty once everything was erased.
	 */
	public Optional<String> open(FollowerId id) {
		return this.mapper.name(id).map(this.seal::openId);
	}

	/** So much of the openid that two people can be told apart; empty once erased. */
	public String masked(FollowerId id) {
		return open(id).map(Mask::code).orElse("");
	}

	/**
	 * The id that all accounts of one open platform share, as far as the platform told
	 * it: for joining accounts with the person's consent and for nothing else.
	 */
	public Optional<String> unionId(FollowerId id) {
		return this.mapper.secrets(id).map(this.seal::unionId);
	}

	/** Some of those who are wanted, newest first: one statement, nothing is counted. */
	public List<Follower> list(FollowerSearch search) {
		List<FollowerMapper.Row> rows = (search.tagId() != null) ? this.mapper.listTagged(search)
				: this.mapper.list(search);
		return rows.stream().map(this.seal::open).toList();
	}

	/** A page of so many of those who are wanted. */
	public KeyPage<Follower> page(FollowerSearch search, @Nullable String after, int size) {
		return KeyPage.of(list(search.after(Cursor.byTime(after).orElse(null), size + 1)), size,
				(follower) -> Cursor.of(follower.since(), follower.id().value()));
	}

	/** The numbers of the tags that the follower wears. */
	public Set<Integer> tagsOf(FollowerId id) {
		return new TreeSet<>(this.mapper.tagsOf(id));
	}

	/** How many wear the tag, as far as we know. */
	public int wearing(String appId, int tagId) {
		return this.mapper.countWearing(appId, tagId);
	}

	/**
	 * The whole openid, which is recorded with the reason.
	 * @throws Refusal.NotFound if there is no such follower
	 */
	@Transactional
	public String reveal(Actor actor, FollowerId id, RevealReason reason) {
		String openId = open(id).orElseThrow(() -> new Refusal.NotFound("follower.no-such-follower"));
		this.audit
			.record(AuditEntry.done(actor, "follower.openid-revealed", "follower", id.value()).with("reason", reason));
		return openId;
	}

	/** A person follows, says an event; a late one changes nothing. */
	void followed(String appId, String openId, @Nullable String scene, Instant at) {
		byte[] person = met(appId, openId);
		FollowerMapper.Row before = this.mapper.findPerson(person).orElseThrow();
		if (this.mapper.follow(person, scene, at) == 0) {
			this.mapper.followAgain(person, scene, at);
			return;
		}
		boolean isBack = before.since().isAfter(RollMapper.NEVER);
		if (isBack) {
			this.mapper.moveTags(before.id(), at);
		}
		this.events.publishEvent(new FollowerEvent.Followed(new FollowerId(before.id()), appId, scene, at, isBack));
	}

	/** A person unfollows, says an event; a late one changes nothing. */
	void unfollowed(String appId, String openId, Instant at) {
		byte[] person = met(appId, openId);
		if (this.mapper.unfollow(person, at) == 0) {
			this.mapper.noteUnfollow(person, at);
			return;
		}
		this.events.publishEvent(new FollowerEvent.Unfollowed(id(person), appId, at));
	}

	/**
	 * The platform cleaned a profile.
	 * @param withdrawn whether the person wished it: then the unionid is not asked again
	 */
	void profileRevoked(String appId, String openId, boolean withdrawn) {
		byte[] person = this.seal.person(appId, openId);
		if (this.mapper.revokeProfile(person, withdrawn) == 1) {
			this.events.publishEvent(new FollowerEvent.ProfileRevoked(id(person), appId));
		}
	}

	/**
	 * Inserted before it is looked for: a lock on nothing would stop others beside it.
	 */
	private byte[] met(String appId, String openId) {
		byte[] person = this.seal.person(appId, openId);
		this.mapper.meet(appId, person, this.seal.seal(openId, "open_id", person));
		return person;
	}

	private FollowerId id(byte[] person) {
		return this.mapper.findPerson(person).map((row) -> new FollowerId(row.id())).orElseThrow();
	}

}
