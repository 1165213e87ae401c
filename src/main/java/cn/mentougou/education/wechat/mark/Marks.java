package cn.mentougou.education.wechat.mark;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.tag.AccountTag;
import cn.mentougou.education.wechat.tag.TagRules;

/**
 * The desk of what the staff give followers at the platform. It writes down what is
 * wished; the platform is asked within seconds.
 */
public class Marks {

	/** The platform takes fewer than thirty characters (更新备注名). */
	static final int LONGEST_REMARK = 29;

	private final MarkMapper mapper;

	private final MarkSeal seal;

	private final Followers followers;

	private final WeChatAccounts accounts;

	private final Audit audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Marks(Parts parts, Audit audit, Clock clock, TransactionTemplate transaction) {
		this.mapper = parts.mapper();
		this.seal = parts.seal();
		this.followers = parts.followers();
		this.accounts = parts.accounts();
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * These followers shall wear the tag. Whoever wears as many as the platform allows,
	 * belongs to another account or does not follow any more is left out.
	 * @return for how many it is wished
	 */
	public int putOn(Actor actor, AccountTag tag, Collection<FollowerId> ids) {
		int number = usable(tag);
		List<Long> chosen = this.followers.byIds(ids)
			.stream()
			.filter((follower) -> isOf(follower, tag) && hasRoom(follower.id(), number))
			.map((follower) -> follower.id().value())
			.toList();
		return tagged(actor, tag, chosen, MarkKind.PUT_ON);
	}

	/** These followers shall not wear the tag any more; see {@link #putOn}. */
	public int takeOff(Actor actor, AccountTag tag, Collection<FollowerId> ids) {
		usable(tag);
		List<Long> chosen = this.followers.byIds(ids)
			.stream()
			.filter((follower) -> isOf(follower, tag))
			.map((follower) -> follower.id().value())
			.toList();
		return tagged(actor, tag, chosen, MarkKind.TAKE_OFF);
	}

	private int tagged(Actor actor, AccountTag tag, List<Long> chosen, MarkKind kind) {
		int number = usable(tag);
		if (chosen.isEmpty()) {
			return 0;
		}
		AuditEntry entry = (kind == MarkKind.PUT_ON) ? AuditEntry.done(actor, "mark.tag-put-on", "tag", tag.id())
				: AuditEntry.done(actor, "mark.tag-taken-off", "tag", tag.id());
		this.transaction.executeWithoutResult((status) -> {
			chosen.forEach((id) -> wish(tag.appId(), new MarkMapper.Wish(id, target(number), kind, number, null)));
			this.audit.record((chosen.size() == 1) ? entry.with("follower", chosen.get(0))
					: entry.with("followers", chosen.size()));
		});
		return chosen.size();
	}

	/**
	 * The staff call the follower so at the platform; an empty text takes the remark
	 * away.
	 * @throws Refusal.Invalid if the platform would not take it
	 */
	public void remark(Actor actor, FollowerId id, String typed) {
		String remark = typed.strip();
		if (remark.codePointCount(0, remark.length()) > LONGEST_REMARK
				|| remark.chars().anyMatch(Character::isISOControl)) {
			throw new Refusal.Invalid("mark.remark-unusual", LONGEST_REMARK);
		}
		Follower follower = following(id);
		this.transaction.executeWithoutResult((status) -> {
			wish(follower.appId(), new MarkMapper.Wish(id.value(), "REMARK", MarkKind.REMARK, 0,
					this.seal.remark(id.value(), remark)));
			this.audit.record(AuditEntry.done(actor, "mark.remarked", "follower", id.value()));
		});
	}

	/** Puts the follower on the block list: nothing of theirs arrives any more. */
	public void block(Actor actor, FollowerId id) {
		Follower follower = following(id);
		this.transaction.executeWithoutResult((status) -> {
			wish(follower.appId(), new MarkMapper.Wish(id.value(), "BLOCK", MarkKind.BLOCK, 0, null));
			this.audit.record(AuditEntry.done(actor, "mark.blocked", "follower", id.value()));
		});
	}

	/** Takes the follower off the block list. */
	public void unblock(Actor actor, FollowerId id) {
		Follower follower = this.followers.of(id);
		require(follower.appId());
		this.transaction.executeWithoutResult((status) -> {
			wish(follower.appId(), new MarkMapper.Wish(id.value(), "BLOCK", MarkKind.UNBLOCK, 0, null));
			this.audit.record(AuditEntry.done(actor, "mark.unblocked", "follower", id.value()));
		});
	}

	/** What the platform is still to do for the follower, or refused. */
	public List<MarkOrder> of(FollowerId id) {
		return this.mapper.of(id.value()).stream().map(Marks::order).toList();
	}

	/** What the platform refused for the follower is not shown any more. */
	public void dismiss(FollowerId id) {
		this.mapper.dismiss(id.value());
	}

	/** For how many followers of the account the platform is still to do something. */
	public int waiting(String appId) {
		return this.mapper.count(appId, "WAITING");
	}

	/** How many wishes the platform refused. */
	public int refused(String appId) {
		return this.mapper.count(appId, "REFUSED");
	}

	/** For which of these followers the platform is still to do something. */
	public Set<FollowerId> waitingAmong(Collection<FollowerId> ids) {
		return ids.isEmpty() ? Set.of()
				: this.mapper.waitingAmong(ids.stream().map(FollowerId::value).toList())
					.stream()
					.map(FollowerId::new)
					.collect(Collectors.toSet());
	}

	/** Whoever follows again gets back what the platform forgot meanwhile. */
	void restore(FollowerId id, String appId) {
		this.followers.tagsOf(id)
			.forEach((tag) -> wish(appId, new MarkMapper.Wish(id.value(), target(tag), MarkKind.PUT_ON, tag, null)));
		String remark = this.followers.find(id).map(Follower::remark).orElse("");
		if (!remark.isEmpty()) {
			wish(appId, new MarkMapper.Wish(id.value(), "REMARK", MarkKind.REMARK, 0,
					this.seal.remark(id.value(), remark)));
		}
	}

	private void wish(String appId, MarkMapper.Wish wish) {
		this.mapper.wish(appId, wish, this.clock.instant());
	}

	private boolean hasRoom(FollowerId id, int number) {
		Set<Integer> worn = new HashSet<>(this.followers.tagsOf(id));
		this.mapper.of(id.value())
			.stream()
			.filter((row) -> row.kind() == MarkKind.PUT_ON && row.state().equals("WAITING"))
			.forEach((row) -> worn.add(row.tagId()));
		return worn.contains(number) || worn.size() < TagRules.MOST_OF_A_PERSON;
	}

	private static boolean isOf(Follower follower, AccountTag tag) {
		return follower.isFollowing() && follower.appId().equals(tag.appId());
	}

	private int usable(AccountTag tag) {
		require(tag.appId());
		if (!tag.isUsable()) {
			throw new Refusal.Conflict("mark.tag-undecided");
		}
		return Objects.requireNonNull(tag.platformId());
	}

	private Follower following(FollowerId id) {
		Follower follower = this.followers.of(id);
		require(follower.appId());
		if (!follower.isFollowing()) {
			throw new Refusal.Conflict("mark.not-following");
		}
		return follower;
	}

	private void require(String appId) {
		this.accounts.of(appId).require(Capability.FOLLOWER);
	}

	private static String target(int tag) {
		return "TAG:" + tag;
	}

	private static MarkOrder order(MarkMapper.Row row) {
		return new MarkOrder(row.id(), new FollowerId(row.followerId()), row.kind(), row.tagId(),
				row.state().equals("REFUSED"), row.reason(), row.askedAt());
	}

	/** What the desk works with. */
	record Parts(MarkMapper mapper, MarkSeal seal, Followers followers, WeChatAccounts accounts) {
	}

}
