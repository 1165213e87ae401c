package cn.mentougou.wechatsim.mass;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.SimClock;

/**
 * How often an account may send, and what a repeated key means (接口文档 群发: 订阅号每天 1 次，服务号每月
 * 4 次; clientmsgid 在 24 小时内去重). A send that came to nothing gives its slot back; whether
 * the platform does so after a failed review is not documented.
 */
final class MassRules {

	static final int A_MONTH = 4;

	static final Duration CONFIRM = Duration.ofMinutes(30);

	private static final Duration KEY_KEPT = Duration.ofHours(24);

	private static final Duration KEY_TOO_FAST = Duration.ofSeconds(60);

	private static final int KEY_BYTES = 64;

	private final MassJobs jobs;

	private final SimClock clock;

	MassRules(MassJobs jobs, SimClock clock) {
		this.jobs = jobs;
		this.clock = clock;
	}

	/** A key that was used within the day names the send that it began. */
	void checkKey(SimAccount account, String key) {
		if (key.getBytes(StandardCharsets.UTF_8).length > KEY_BYTES) {
			throw new ApiError(ErrorCode.KEY_LENGTH);
		}
		Optional<MassJob> earlier = jobs.underKey(account.appId(), key);
		if (earlier.isEmpty()) {
			return;
		}
		Duration since = Duration.between(earlier.get().at(), clock.instant());
		if (since.compareTo(KEY_TOO_FAST) < 0) {
			throw new ApiError(ErrorCode.KEY_TOO_FAST);
		}
		if (since.compareTo(KEY_KEPT) < 0) {
			throw new ApiError(ErrorCode.KEY_EXISTS).with("msg_id", earlier.get().msgId());
		}
	}

	void checkQuota(SimAccount account, MassJob.Target target) {
		if (left(account, target) <= 0) {
			throw new ApiError(ErrorCode.NO_MASS_QUOTA);
		}
	}

	/** How many sends of this kind the account has left at this moment. */
	int left(SimAccount account, MassJob.Target target) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), SimClock.BEIJING);
		List<MassJob> spent = jobs.of(account.appId())
			.stream()
			.filter((job) -> job.state() != MassJob.State.FAILED)
			.toList();
		int day = 1 - count(spent, (job) -> isOn(job.at(), today));
		if (!account.isService()) {
			return day;
		}
		if (!target.all()) {
			return Integer.MAX_VALUE;
		}
		List<MassJob> toAll = spent.stream().filter((job) -> job.target().all()).toList();
		int month = A_MONTH - count(toAll, (job) -> YearMonth.from(on(job.at())).equals(YearMonth.from(today)));
		return Math.min(1 - count(toAll, (job) -> isOn(job.at(), today)), month);
	}

	private static int count(List<MassJob> all, Predicate<MassJob> which) {
		return (int) all.stream().filter(which).count();
	}

	private static boolean isOn(Instant at, LocalDate day) {
		return on(at).equals(day);
	}

	private static LocalDate on(Instant at) {
		return LocalDate.ofInstant(at, SimClock.BEIJING);
	}

}
