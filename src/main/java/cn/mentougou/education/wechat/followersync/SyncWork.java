package cn.mentougou.education.wechat.followersync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.FollowerRoll.Due;
import cn.mentougou.education.wechat.follower.FollowerSearch;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.tag.Asked;
import cn.mentougou.education.wechat.tag.Tags;

/**
 * Makes the steps of the comparisons, each from what is written to what is written next.
 * A step that was broken off is made again from its beginning, which changes nothing for
 * those who were taken over already.
 */
class SyncWork {

	/** The platform lets a new account read as many pages a day ({@code user/get}). */
	static final int MOST_ASKED = 500;

	private static final Logger logger = LoggerFactory.getLogger(SyncWork.class);

	private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

	private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

	private static final int STEP = 500;

	private static final int MOST_BLOCKED_PAGES = 50;

	private static final int NO_SUCH_PERSON = 40003;

	private final Parts parts;

	private final Clock clock;

	SyncWork(Parts parts, Clock clock) {
		this.parts = parts;
		this.clock = clock;
	}

	/** Goes on with what is under way and begins what is due. */
	void run() {
		for (WeChatAccount account : this.parts.accounts().all()) {
			if (account.may(Capability.FOLLOWER)) {
				run(account.appId());
			}
		}
	}

	private void run(String appId) {
		this.parts.mapper().insert(appId, nextNight());
		boolean isGoingOn = true;
		while (isGoingOn && !Thread.currentThread().isInterrupted()) {
			SyncState state = this.parts.mapper().find(appId).orElseThrow();
			isGoingOn = !state.dueAt().isAfter(this.clock.instant()) && step(state);
		}
	}

	/** One step; whether the next one may follow at once. */
	private boolean step(SyncState state) {
		return switch (state.step()) {
			case RESTING -> begun(state);
			case LISTING -> list(state);
			case CHECKING -> check(state);
			case MARKS -> marks(state);
		};
	}

	private boolean begun(SyncState state) {
		boolean isOurs = this.parts.mapper().begin(state, this.clock.instant()) == 1;
		if (isOurs) {
			logger.info("follower sync: {} begins again", state);
		}
		return isOurs;
	}

	private boolean list(SyncState before) {
		LocalDate today = LocalDate.now(this.clock);
		if (today.equals(before.askedOn()) && before.asked() >= MOST_ASKED) {
			return postponed(before, tomorrow(), "QUOTA");
		}
		if (this.parts.mapper().ask(before, today) == 0) {
			return false;
		}
		SyncState state = this.parts.mapper().find(before.appId()).orElseThrow();
		List<String> place = this.parts.place().open(state);
		Instant askedAt = this.clock.instant();
		Asked<UserPage> asked = this.parts.platform().list(state.appId(), place.isEmpty() ? null : place.get(0));
		if (asked instanceof Asked.Answered<UserPage> answered) {
			return taken(state, answered.value(), askedAt);
		}
		if (asked instanceof Asked.Refused<UserPage> refused) {
			return (refused.code() == NO_SUCH_PERSON && !place.isEmpty())
					? this.parts.mapper()
						.stepBack(state, this.parts.place().before(state.appId(), place), "STEPPED_BACK") == 1
					: ended(state, null, String.valueOf(refused.code()));
		}
		return later(state, (Asked.Later<UserPage>) asked);
	}

	private boolean taken(SyncState state, UserPage page, Instant askedAt) {
		List<String> openIds = page.openIds();
		if (openIds.isEmpty()) {
			return this.parts.mapper().goOn(state, SyncStep.CHECKING) == 1;
		}
		int found = 0;
		for (int from = 0; from < openIds.size(); from += STEP) {
			found += this.parts.roll()
				.listed(state.appId(), state.run(), openIds.subList(from, Math.min(from + STEP, openIds.size())),
						askedAt);
		}
		return this.parts.mapper()
			.listed(state, this.parts.place().after(state.appId(), openIds),
					new SyncMapper.Count(openIds.size(), found, page.total())) == 1;
	}

	private boolean check(SyncState state) {
		Instant startedAt = Objects.requireNonNull(state.startedAt());
		List<Due> missing = this.parts.roll()
			.missing(state.appId(), state.run(), startedAt, state.position(), ProfileWork.BATCH);
		if (missing.isEmpty()) {
			return this.parts.mapper().goOn(state, SyncStep.MARKS) == 1;
		}
		Optional<Integer> gone = this.parts.profiles().ask(state.appId(), missing);
		if (gone.isEmpty()) {
			return postponed(state, this.clock.instant().plus(AGAIN_AFTER), "NO_ANSWER");
		}
		return this.parts.mapper().checked(state, missing.get(missing.size() - 1).id().value(), gone.get()) == 1;
	}

	private boolean marks(SyncState state) {
		Instant askedAt = this.clock.instant();
		Set<String> blocked = new HashSet<>();
		String after = "";
		for (int pages = 0; pages < MOST_BLOCKED_PAGES; pages++) {
			Asked<UserPage> asked = this.parts.platform().blocked(state.appId(), after);
			if (asked instanceof Asked.Later<UserPage> later) {
				return later(state, later);
			}
			if (asked instanceof Asked.Refused<UserPage> refused) {
				return ended(state, this.clock.instant(), String.valueOf(refused.code()));
			}
			List<String> openIds = ((Asked.Answered<UserPage>) asked).value().openIds();
			if (openIds.isEmpty() || !blocked.addAll(openIds)) {
				break;
			}
			after = openIds.get(openIds.size() - 1);
		}
		takeOver(state.appId(), blocked, askedAt);
		boolean isAnswered = this.parts.tags().compare(state.appId());
		return ended(state, this.clock.instant(), isAnswered ? "" : "TAGS");
	}

	private void takeOver(String appId, Set<String> blocked, Instant askedAt) {
		this.parts.roll().blocked(appId, blocked, true, askedAt);
		Optional<String> after = Optional.of("");
		while (after.isPresent()) {
			KeyPage<Follower> page = this.parts.followers()
				.page(new FollowerSearch(appId, null, true, null, null, null, null, null, STEP), after.get(), STEP);
			List<String> free = page.rows()
				.stream()
				.flatMap((follower) -> this.parts.followers().open(follower.id()).stream())
				.filter((openId) -> !blocked.contains(openId))
				.toList();
			this.parts.roll().blocked(appId, free, false, askedAt);
			after = page.next();
		}
	}

	private boolean later(SyncState state, Asked.Later<UserPage> later) {
		return postponed(state, later.isQuotaSpent() ? tomorrow() : this.clock.instant().plus(AGAIN_AFTER),
				later.reason());
	}

	private boolean postponed(SyncState state, Instant until, String trouble) {
		this.parts.mapper().postpone(state, until, trouble);
		logger.info("follower sync: {} waits: {}", state, trouble);
		return false;
	}

	private boolean ended(SyncState state, @Nullable Instant at, String trouble) {
		this.parts.mapper().end(state, (at != null) ? at : state.endedAt(), nextNight(), trouble);
		logger.info("follower sync: {} is over: {} listed, {} new, {} gone {}", state, state.listed(), state.found(),
				state.gone(), trouble);
		return false;
	}

	private Instant nextNight() {
		ZonedDateTime tonight = this.clock.instant().atZone(this.clock.getZone()).with(AT_NIGHT);
		return (tonight.toInstant().isAfter(this.clock.instant()) ? tonight : tonight.plusDays(1)).toInstant();
	}

	private Instant tomorrow() {
		return LocalDate.now(this.clock).plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
	}

	/** What the comparison works with. */
	record Parts(SyncMapper mapper, SyncPlace place, WxMpUsers platform, ProfileWork profiles, FollowerRoll roll,
			Followers followers, Tags tags, WeChatAccounts accounts) {
	}

}
