package cn.mentougou.education.wechat.mark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.FollowerMarks;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.tag.Asked;

/**
 * Asks the platform for what is wished: many followers by one call, and one by one where
 * it refused the lot. A crash after the call and before it is written down makes it ask
 * again, which changes nothing.
 */
class MarkWork {

	private static final Logger logger = LoggerFactory.getLogger(MarkWork.class);

	/** Refused together with others: to be asked alone. */
	private static final String ALONE = "ALONE";

	private static final int MOST_CALLS = 2000;

	private static final int LONGEST_DOUBLING = 7;

	private final MarkMapper mapper;

	private final MarkSeal seal;

	private final WxMpMarks platform;

	private final WeChatAccounts accounts;

	private final Followers followers;

	private final FollowerMarks marks;

	private final Clock clock;

	private final TransactionTemplate transaction;

	MarkWork(Marks.Parts parts, WxMpMarks platform, FollowerMarks marks, Clock clock, TransactionTemplate transaction) {
		this.mapper = parts.mapper();
		this.seal = parts.seal();
		this.followers = parts.followers();
		this.accounts = parts.accounts();
		this.platform = platform;
		this.marks = marks;
		this.clock = clock;
		this.transaction = transaction;
	}

	/** Asks for everything that is due. */
	void run() {
		for (WeChatAccount account : this.accounts.all()) {
			for (int calls = 0; calls < MOST_CALLS && account.may(Capability.FOLLOWER)
					&& asked(account.appId()); calls++) {
				logger.trace("mark: one call more for {}", account.appId());
			}
		}
	}

	/** One call; whether another one makes sense. */
	private boolean asked(String appId) {
		Instant now = this.clock.instant();
		MarkMapper.Row head = this.mapper.first(appId, now).orElse(null);
		if (head == null) {
			return false;
		}
		List<MarkMapper.Row> rows = head.reason().isEmpty() ? this.mapper.alike(head, now, head.kind().batch())
				: List.of(head);
		List<MarkMapper.Row> asking = new ArrayList<>();
		List<String> openIds = new ArrayList<>();
		for (MarkMapper.Row row : rows) {
			String openId = this.followers.open(new FollowerId(row.followerId())).orElse(null);
			if (openId == null || isWrittenDownOnly(row)) {
				done(List.of(row));
				continue;
			}
			asking.add(row);
			openIds.add(openId);
		}
		return asking.isEmpty() || settled(asking,
				this.platform.make(head, openIds, this.seal.remark(head.followerId(), head.remark())));
	}

	/**
	 * Of somebody who left the platform knows nothing; it is given back with a new
	 * follow.
	 */
	private boolean isWrittenDownOnly(MarkMapper.Row row) {
		return row.kind().isForFollowersOnly() && this.followers.find(new FollowerId(row.followerId()))
			.filter((follower) -> !follower.isFollowing())
			.isPresent();
	}

	private boolean settled(List<MarkMapper.Row> rows, Asked<Boolean> asked) {
		if (asked instanceof Asked.Answered<Boolean>) {
			done(rows);
			return true;
		}
		Instant now = this.clock.instant();
		if (asked instanceof Asked.Refused<Boolean> refused) {
			String code = String.valueOf(refused.code());
			if (rows.size() == 1) {
				this.mapper.refuse(rows.get(0), code);
			}
			else {
				rows.forEach((row) -> this.mapper.postpone(row, ALONE, now));
			}
			logger.info("mark: the platform refused {} for {} followers: {}", rows.get(0).kind(), rows.size(), code);
			return true;
		}
		Asked.Later<Boolean> later = (Asked.Later<Boolean>) asked;
		rows.forEach((row) -> this.mapper.postpone(row, later.reason(), dueAgain(row, later, now)));
		return false;
	}

	private Instant dueAgain(MarkMapper.Row row, Asked.Later<Boolean> later, Instant now) {
		if (later.isQuotaSpent()) {
			return LocalDate.ofInstant(now, this.clock.getZone())
				.plusDays(1)
				.atStartOfDay(this.clock.getZone())
				.toInstant();
		}
		return now.plus(Duration.ofSeconds(5L << Math.min(row.attempts(), LONGEST_DOUBLING)));
	}

	private void done(List<MarkMapper.Row> rows) {
		this.transaction.executeWithoutResult((status) -> rows.forEach((row) -> {
			FollowerId id = new FollowerId(row.followerId());
			switch (row.kind()) {
				case PUT_ON -> this.marks.putOn(id, row.tagId());
				case TAKE_OFF -> this.marks.takeOff(id, row.tagId());
				case REMARK -> this.marks.remark(id, this.seal.remark(row.followerId(), row.remark()));
				case BLOCK -> this.marks.block(id, true);
				case UNBLOCK -> this.marks.block(id, false);
			}
			this.mapper.done(row);
		}));
	}

}
