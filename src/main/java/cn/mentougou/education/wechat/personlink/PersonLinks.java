package cn.mentougou.education.wechat.personlink;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerEvent;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.FollowerSearch;
import cn.mentougou.education.wechat.follower.Followers;

/** The desk of the consents to be known as one person by both accounts. */
public class PersonLinks {

	/** The words of {@code personlink/page}; another number with every change of them. */
	static final int TEXT_VERSION = 1;

	private static final int PAGE = 500;

	private final PersonLinkMapper mapper;

	private final Followers followers;

	private final WeChatAccounts accounts;

	private final LookupIndex index;

	private final Clock clock;

	PersonLinks(PersonLinkMapper mapper, Followers followers, WeChatAccounts accounts, LookupIndex index, Clock clock) {
		this.mapper = mapper;
		this.followers = followers;
		this.accounts = accounts;
		this.index = index;
		this.clock = clock;
	}

	/** The same person at the other account, if the person agreed and was found there. */
	public Optional<FollowerId> other(FollowerId follower) {
		return this.mapper.naming(follower.value())
			.stream()
			.filter((row) -> row.isAgreed() && row.otherFollowerId() != null)
			.map((row) -> (row.followerId() == follower.value()) ? row.otherFollowerId()
					: Long.valueOf(row.followerId()))
			.map(FollowerId::new)
			.findFirst();
	}

	/** What the person agreed to, if to anything. */
	Optional<PersonLinkMapper.Row> of(FollowerId follower) {
		return this.mapper.of(follower.value()).filter(PersonLinkMapper.Row::isAgreed);
	}

	/** The person agrees to the words as they stand now. */
	@Transactional
	void agree(FollowerId follower) {
		byte[] unionIndex = this.followers.unionId(follower).map(this::indexed).orElse(null);
		this.mapper.agree(follower.value(), unionIndex, TEXT_VERSION, this.clock.instant());
	}

	/** The person takes it back: the accounts know nothing of each other at once. */
	@Transactional
	void withdraw(FollowerId follower) {
		this.mapper.withdraw(follower.value(), this.clock.instant());
	}

	/** Looks through the other account for those who agreed since the last time. */
	void search() {
		List<PersonLinkMapper.Row> waiting = this.mapper.unsearched();
		if (waiting.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		Map<ByteBuffer, Long> wanted = new HashMap<>();
		waiting.forEach((row) -> wanted.put(ByteBuffer.wrap(row.unionIndex()), row.id()));
		this.accounts.first(AccountKind.SUBSCRIPTION)
			.map(WeChatAccount::appId)
			.ifPresent((appId) -> search(appId, wanted, now));
		waiting.forEach((row) -> this.mapper.searched(row.id(), now));
	}

	private void search(String appId, Map<ByteBuffer, Long> wanted, Instant now) {
		Optional<String> next = Optional.of("");
		while (next.isPresent()) {
			KeyPage<Follower> page = this.followers.page(FollowerSearch.following(appId, PAGE),
					next.filter((after) -> !after.isEmpty()).orElse(null), PAGE);
			for (Follower follower : page.rows()) {
				this.followers.unionId(follower.id()).map(this::indexed).ifPresent((unionIndex) -> {
					if (wanted.containsKey(ByteBuffer.wrap(unionIndex))) {
						this.mapper.join(unionIndex, follower.id().value(), now);
					}
				});
			}
			next = page.next();
		}
	}

	/** The platform told who a follower is; somebody may have waited for that. */
	@EventListener
	void profiled(FollowerEvent.Profiled event) {
		this.followers.unionId(event.id()).map(this::indexed).ifPresent((unionIndex) -> {
			boolean isService = this.accounts.find(event.appId())
				.map((account) -> account.kind() == AccountKind.SERVICE)
				.orElse(false);
			if (isService) {
				this.mapper.know(event.id().value(), unionIndex);
			}
			else {
				this.mapper.join(unionIndex, event.id().value(), this.clock.instant());
			}
		});
	}

	/** Nothing is kept under the number of somebody who was erased. */
	@EventListener
	void erased(FollowerEvent.Erased event) {
		this.mapper.delete(event.id().value());
		this.mapper.forgetOther(event.id().value());
	}

	private byte[] indexed(String unionId) {
		return this.index.of("wechat.union", unionId);
	}

}
