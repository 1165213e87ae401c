package cn.mentougou.education.wechat.follower;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what the platform says about many followers. Everything may be said again: a
 * run that was broken off goes on from anywhere before its end. What an event told later
 * than the platform was asked is not undone.
 */
public class FollowerRoll {

	private final FollowerMapper followers;

	private final RollMapper mapper;

	private final FollowerSeal seal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	FollowerRoll(FollowerMapper followers, RollMapper mapper, FollowerSeal seal, ApplicationEventPublisher events,
			Clock clock) {
		this.followers = followers;
		this.mapper = mapper;
		this.seal = seal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * These people follow the account, says the platform's list.
	 * @param run the number of the comparison, greater than any before
	 * @param openIds a few hundred at most, since it is one transaction
	 * @param askedAt when the platform was asked
	 * @return how many of them were not known to follow
	 */
	@Transactional
	public int listed(String appId, long run, Collection<String> openIds, Instant askedAt) {
		List<RollMapper.Known> known = met(appId, openIds);
		if (known.isEmpty()) {
			return 0;
		}
		int found = found(appId, known.stream().filter((one) -> one.state() == FollowerState.UNFOLLOWED).toList(),
				askedAt.truncatedTo(ChronoUnit.SECONDS));
		this.mapper.list(known.stream().map(RollMapper.Known::id).toList(), run);
		return found;
	}

	/**
	 * Somebody wrote who is not known to follow: only who follows can.
	 * @return how many of them were not known at all
	 */
	@Transactional
	public int wrote(String appId, Collection<String> openIds, Instant at) {
		Set<ByteBuffer> before = new HashSet<>();
		this.mapper.known(openIds.stream().map((openId) -> this.seal.person(appId, openId)).toList())
			.forEach((one) -> before.add(ByteBuffer.wrap(one.person())));
		return found(appId,
				met(appId, openIds).stream().filter((one) -> !before.contains(ByteBuffer.wrap(one.person()))).toList(),
				at.truncatedTo(ChronoUnit.SECONDS));
	}

	/** Who follows, as far as we know, and did not stand in the platform's list. */
	public List<Due> missing(String appId, long run, Instant startedAt, long after, int limit) {
		return due(this.mapper.missing(appId, run, startedAt, after, limit));
	}

	/** About whom the platform is to be asked. */
	public List<Due> profileDue(String appId, int limit) {
		return due(this.mapper.profileDue(appId, limit));
	}

	/**
	 * What the platform answered about some people, in one transaction.
	 * @param kept of whom the tags and the remark stay as they are: what was asked of the
	 * platform for them is not done yet
	 * @return how many of them follow no more
	 */
	@Transactional
	public int profiled(String appId, Collection<Profile> profiles, Instant askedAt, Set<FollowerId> kept) {
		Map<ByteBuffer, Profile> told = new TreeMap<>();
		profiles.forEach((profile) -> told.put(ByteBuffer.wrap(this.seal.person(appId, profile.openId())), profile));
		if (told.isEmpty()) {
			return 0;
		}
		int left = 0;
		List<RollMapper.Standing> standings = this.mapper.lock(told.keySet().stream().map(ByteBuffer::array).toList());
		Map<Long, Set<Integer>> worn = worn(standings);
		for (RollMapper.Standing standing : standings) {
			Profile profile = Objects.requireNonNull(told.get(ByteBuffer.wrap(standing.person())));
			if (!profile.isFollowing()) {
				left += left(appId, standing, askedAt);
			}
			else if (standing.state() == FollowerState.UNFOLLOWED) {
				this.mapper.skipProfile(standing.id());
			}
			else {
				boolean marksStay = !standing.markedAt().isBefore(askedAt)
						|| kept.contains(new FollowerId(standing.id()));
				profiled(appId, standing, profile, marksStay ? null : worn.getOrDefault(standing.id(), Set.of()));
			}
		}
		return left;
	}

	/**
	 * The platform knows nothing of this person: it is not asked again until a change.
	 */
	@Transactional
	public void unknown(FollowerId id) {
		this.mapper.skipProfile(id.value());
	}

	/** Who of these stands on the block list, or does not, says the platform. */
	@Transactional
	public void blocked(String appId, Collection<String> openIds, boolean blocked, Instant askedAt) {
		openIds.forEach((openId) -> this.mapper.block(this.seal.person(appId, openId), blocked, askedAt));
	}

	private int found(String appId, List<RollMapper.Known> people, Instant at) {
		if (people.isEmpty() || this.mapper.found(people.stream().map(RollMapper.Known::id).toList(), at) == 0) {
			return 0;
		}
		List<RollMapper.Known> now = this.mapper.known(people.stream().map(RollMapper.Known::person).toList());
		Map<Long, RollMapper.Known> before = people.stream()
			.collect(Collectors.toMap(RollMapper.Known::id, Function.identity()));
		int found = 0;
		for (RollMapper.Known one : now) {
			if (one.state() == FollowerState.FOLLOWING) {
				found++;
				boolean isBack = Objects.requireNonNull(before.get(one.id())).since().isAfter(RollMapper.NEVER);
				if (isBack) {
					this.followers.moveTags(one.id(), at);
				}
				this.events.publishEvent(new FollowerEvent.Followed(new FollowerId(one.id()), appId, null, at, isBack));
			}
		}
		return found;
	}

	private int left(String appId, RollMapper.Standing standing, Instant askedAt) {
		Instant at = askedAt.truncatedTo(ChronoUnit.SECONDS);
		if (this.followers.unfollow(standing.person(), at) == 0) {
			this.mapper.skipProfile(standing.id());
			return 0;
		}
		this.events.publishEvent(new FollowerEvent.Unfollowed(new FollowerId(standing.id()), appId, at));
		return 1;
	}

	private void profiled(String appId, RollMapper.Standing standing, Profile profile, @Nullable Set<Integer> worn) {
		FollowerId id = new FollowerId(standing.id());
		Instant since = Objects.requireNonNullElse(profile.since(), standing.since());
		String unionId = standing.profileWithdrawn() ? null : profile.unionId();
		this.mapper.profile(standing.id(), new RollMapper.Told(since, profile.way(), profile.scene(),
				this.seal.sealIfAny(unionId, "union_id", standing.person()), this.clock.instant()));
		if (!since.equals(standing.since())) {
			this.followers.moveTags(standing.id(), since);
		}
		if (worn != null) {
			if (standing.remark() != null || !profile.remark().isEmpty()) {
				this.mapper.remark(standing.id(), this.seal.sealIfAny(profile.remark(), "remark", standing.person()));
			}
			wear(id, worn, profile.tagIds());
		}
		this.events.publishEvent(new FollowerEvent.Profiled(id, appId, since, profile.way(), profile.scene()));
	}

	private void wear(FollowerId id, Set<Integer> worn, Set<Integer> tagIds) {
		tagIds.stream().filter((tag) -> !worn.contains(tag)).sorted().forEach((tag) -> this.followers.putOn(id, tag));
		worn.stream().filter((tag) -> !tagIds.contains(tag)).sorted().forEach((tag) -> this.followers.takeOff(id, tag));
	}

	private Map<Long, Set<Integer>> worn(List<RollMapper.Standing> standings) {
		return standings.isEmpty() ? Map.of()
				: this.mapper.worn(standings.stream().map(RollMapper.Standing::id).toList())
					.stream()
					.collect(Collectors.groupingBy(RollMapper.Worn::followerId,
							Collectors.mapping(RollMapper.Worn::tagId, Collectors.toSet())));
	}

	/** Makes those known who were not, in the order of their values: two may do so. */
	private List<RollMapper.Known> met(String appId, Collection<String> openIds) {
		Map<ByteBuffer, String> people = new TreeMap<>();
		openIds.forEach((openId) -> people.put(ByteBuffer.wrap(this.seal.person(appId, openId)), openId));
		if (people.isEmpty()) {
			return List.of();
		}
		List<byte[]> values = people.keySet().stream().map(ByteBuffer::array).toList();
		List<RollMapper.Known> known = this.mapper.known(values);
		if (known.size() == people.size()) {
			return known;
		}
		known.forEach((one) -> people.remove(ByteBuffer.wrap(one.person())));
		this.mapper.meetAll(appId,
				people.entrySet()
					.stream()
					.map((one) -> new RollMapper.Met(one.getKey().array(),
							this.seal.seal(one.getValue(), "open_id", one.getKey().array())))
					.toList());
		return this.mapper.known(values);
	}

	private List<Due> due(List<RollMapper.Named> rows) {
		return rows.stream()
			.map((row) -> new Due(new FollowerId(row.id()), this.seal.openId(row.person(), row.openId())))
			.toList();
	}

	/**
	 * Somebody about whom the platform is asked.
	 *
	 * @param id the follower
	 * @param openId the openid
	 */
	public record Due(FollowerId id, String openId) {

		/** Keeps the person out of every log. */
		@Override
		public String toString() {
			return "Due[" + this.id.value() + "]";
		}

	}

	/**
	 * What the platform says about a person ({@code user/info}); since 2021 neither name
	 * nor picture.
	 *
	 * @param openId the person
	 * @param isFollowing whether the person follows; if not, nothing else is said
	 * @param since when the person followed
	 * @param unionId the id that all accounts of one open platform share
	 * @param remark what the staff call the person
	 * @param tagIds the tags that the person wears
	 * @param way how the person came
	 * @param scene the scene of the QR code that led here
	 */
	public record Profile(String openId, boolean isFollowing, @Nullable Instant since, @Nullable String unionId,
			String remark, Set<Integer> tagIds, @Nullable String way, @Nullable String scene) {

		/** Copies the tags. */
		public Profile {
			tagIds = Set.copyOf(tagIds);
		}

		/** Keeps the person out of every log. */
		@Override
		public String toString() {
			return "Profile[" + this.isFollowing + "]";
		}

	}

}
