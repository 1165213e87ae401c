package cn.mentougou.education.wechat.followersync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.FollowerRoll.Due;
import cn.mentougou.education.wechat.mark.Marks;
import cn.mentougou.education.wechat.tag.Asked;

/**
 * Asks the platform about people, a hundred by one call, and one by one where it refused
 * the lot. About whom is written with each of them, so a run may end anywhere.
 */
class ProfileWork {

	/** The platform takes as many ({@code user/info/batchget}). */
	static final int BATCH = 100;

	private static final int MOST_CALLS = 5000;

	/** Not one of ours any more, or never: the account does not know the openid. */
	private static final Set<Integer> STRANGER = Set.of(40003, 49003, 46004);

	private final WxMpUsers platform;

	private final FollowerRoll roll;

	private final Marks marks;

	private final WeChatAccounts accounts;

	private final Clock clock;

	ProfileWork(WxMpUsers platform, FollowerRoll roll, Marks marks, WeChatAccounts accounts, Clock clock) {
		this.platform = platform;
		this.roll = roll;
		this.marks = marks;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** Asks about everybody of whom nothing is known yet. */
	void run() {
		for (WeChatAccount account : this.accounts.all()) {
			if (account.may(Capability.FOLLOWER)) {
				run(account.appId());
			}
		}
	}

	private void run(String appId) {
		for (int calls = 0; calls < MOST_CALLS; calls++) {
			List<Due> due = this.roll.profileDue(appId, BATCH);
			if (due.isEmpty() || ask(appId, due).isEmpty()) {
				return;
			}
		}
	}

	/**
	 * Asks about these people and writes down what is said.
	 * @return how many of them left; empty if the platform says nothing now
	 */
	Optional<Integer> ask(String appId, List<Due> due) {
		Instant askedAt = this.clock.instant();
		Asked<List<FollowerRoll.Profile>> asked = this.platform.profiles(appId, due.stream().map(Due::openId).toList());
		if (asked instanceof Asked.Answered<List<FollowerRoll.Profile>> answered) {
			return Optional.of(taken(appId, due, answered.value(), askedAt));
		}
		if (asked instanceof Asked.Refused<List<FollowerRoll.Profile>> refused) {
			return (due.size() > 1) ? alone(appId, due)
					: Optional.of(refused(appId, due.get(0), refused.code(), askedAt));
		}
		return Optional.empty();
	}

	private int taken(String appId, List<Due> due, List<FollowerRoll.Profile> profiles, Instant askedAt) {
		Set<String> wanted = new HashSet<>();
		due.forEach((one) -> wanted.add(one.openId()));
		List<FollowerRoll.Profile> ours = new ArrayList<>(profiles);
		ours.removeIf((profile) -> !wanted.remove(profile.openId()));
		int left = this.roll.profiled(appId, ours, askedAt,
				this.marks.waitingAmong(due.stream().map(Due::id).toList()));
		due.stream().filter((one) -> wanted.contains(one.openId())).forEach((one) -> this.roll.unknown(one.id()));
		return left;
	}

	private Optional<Integer> alone(String appId, List<Due> due) {
		int left = 0;
		for (Due one : due) {
			Optional<Integer> gone = ask(appId, List.of(one));
			if (gone.isEmpty()) {
				return Optional.empty();
			}
			left += gone.get();
		}
		return Optional.of(left);
	}

	private int refused(String appId, Due due, int code, Instant askedAt) {
		if (STRANGER.contains(code)) {
			return this.roll.profiled(appId,
					List.of(new FollowerRoll.Profile(due.openId(), false, null, null, "", Set.of(), null, null)),
					askedAt, Set.of());
		}
		this.roll.unknown(due.id());
		return 0;
	}

}
