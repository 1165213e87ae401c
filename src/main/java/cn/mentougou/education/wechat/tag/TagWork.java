package cn.mentougou.education.wechat.tag;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.follower.FollowerMarks;
import cn.mentougou.education.wechat.tag.Tags.Decision;

/**
 * Brings the platform to what was written. A name is unique at the platform, so what was
 * asked and never answered is found there by its name; renaming and deleting may be asked
 * again.
 */
class TagWork {

	private static final Logger logger = LoggerFactory.getLogger(TagWork.class);

	/** The request that wrote it may still be asking. */
	private static final Duration YOUNG = Duration.ofSeconds(30);

	private static final int NAME_TAKEN = 45157;

	/** The platform does not know the tag. */
	private static final Set<Integer> NO_SUCH_TAG = Set.of(45159, 40050);

	/** Of the system: the block list and the starred. */
	private static final int FIRST_OWN = 100;

	private final TagMapper mapper;

	private final WxMpTags platform;

	private final FollowerMarks marks;

	private final Clock clock;

	TagWork(TagMapper mapper, WxMpTags platform, FollowerMarks marks, Clock clock) {
		this.mapper = mapper;
		this.platform = platform;
		this.marks = marks;
		this.clock = clock;
	}

	/** Asks about everything that stayed undecided. */
	void run() {
		for (AccountTag tag : this.mapper.undecided(this.clock.instant().minus(YOUNG))) {
			Decision decision = decide(tag.id());
			logger.info("tag: {} of {} is {}", tag.id(), tag.appId(), decision);
		}
	}

	/** Asks the platform about one tag and writes down what it says. */
	Decision decide(long id) {
		AccountTag tag = this.mapper.find(id).orElse(null);
		if (tag == null) {
			return Decision.DONE;
		}
		return switch (tag.state()) {
			case READY -> Decision.DONE;
			case CREATING -> create(tag);
			case RENAMING -> rename(tag);
			case DELETING -> delete(tag);
		};
	}

	private Decision create(AccountTag tag) {
		Asked<Integer> asked = this.platform.create(tag.appId(), tag.name());
		if (asked instanceof Asked.Answered<Integer> answered) {
			this.mapper.created(tag.id(), answered.value(), this.clock.instant());
			return Decision.DONE;
		}
		if (asked instanceof Asked.Refused<Integer> refused) {
			return (refused.code() == NAME_TAKEN) ? adopt(tag) : refused(this.mapper.gone(tag.id()));
		}
		return Decision.UNDECIDED;
	}

	/**
	 * It is there: by an attempt that was never answered, or by the platform's console.
	 */
	private Decision adopt(AccountTag tag) {
		if (!(this.platform.all(tag.appId()) instanceof Asked.Answered<Map<Integer, String>> answered)) {
			return Decision.UNDECIDED;
		}
		Integer number = answered.value()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().equals(tag.name()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
		if (number == null) {
			return refused(this.mapper.gone(tag.id()));
		}
		this.mapper.created(tag.id(), number, this.clock.instant());
		return Decision.DONE;
	}

	private Decision rename(AccountTag tag) {
		String name = Objects.requireNonNull(tag.newName());
		Asked<Boolean> asked = this.platform.rename(tag.appId(), tag.number(), name);
		if (asked instanceof Asked.Answered<Boolean>) {
			this.mapper.renamed(tag.id(), this.clock.instant());
			return Decision.DONE;
		}
		if (asked instanceof Asked.Refused<Boolean>) {
			return refused(this.mapper.called(tag.id(), tag.name(), this.clock.instant()));
		}
		return Decision.UNDECIDED;
	}

	private Decision delete(AccountTag tag) {
		Asked<Boolean> asked = this.platform.delete(tag.appId(), tag.number());
		boolean isGone = asked instanceof Asked.Answered<Boolean>
				|| asked instanceof Asked.Refused<Boolean> refused && NO_SUCH_TAG.contains(refused.code());
		if (isGone) {
			forget(tag);
			return Decision.DONE;
		}
		if (asked instanceof Asked.Refused<Boolean>) {
			return refused(this.mapper.stays(tag.id(), this.clock.instant()));
		}
		return Decision.UNDECIDED;
	}

	private void forget(AccountTag tag) {
		boolean isMore = true;
		while (isMore) {
			isMore = this.marks.takeOffSome(tag.appId(), tag.number());
		}
		this.mapper.gone(tag.id());
	}

	private static Decision refused(int rows) {
		logger.info("tag: the platform refused, {} row as before", rows);
		return Decision.REFUSED;
	}

	/**
	 * Takes over what the platform has: new ones, other names, and those that are gone.
	 */
	boolean compare(String appId) {
		if (!(this.platform.all(appId) instanceof Asked.Answered<Map<Integer, String>> answered)) {
			return false;
		}
		Map<Integer, String> there = new HashMap<>(answered.value());
		there.keySet().removeIf((number) -> number < FIRST_OWN);
		List<AccountTag> ours = this.mapper.of(appId);
		for (AccountTag tag : ours) {
			if (tag.platformId() == null || tag.state() != TagState.READY) {
				there.values().remove(tag.name());
				there.remove(Objects.requireNonNullElse(tag.platformId(), 0));
				continue;
			}
			String name = there.remove(tag.platformId());
			if (name == null) {
				forget(tag);
			}
			else if (!name.equals(tag.name())) {
				this.mapper.called(tag.id(), name, this.clock.instant());
			}
		}
		there.forEach((number, name) -> this.mapper.adopt(appId, number, name, this.clock.instant()));
		return true;
	}

}
