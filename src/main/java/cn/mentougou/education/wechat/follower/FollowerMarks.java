package cn.mentougou.education.wechat.follower;

import java.time.Clock;

import org.springframework.transaction.annotation.Transactional;

/**
 * What the staff gave a follower at the platform: tags, a remark, a place on the block
 * list. Written after the platform took it; those above ask the platform.
 */
public class FollowerMarks {

	private static final int STEP = 1000;

	private final FollowerMapper mapper;

	private final FollowerSeal seal;

	private final Clock clock;

	FollowerMarks(FollowerMapper mapper, FollowerSeal seal, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.clock = clock;
	}

	/** The follower wears the tag now. */
	@Transactional
	public void putOn(FollowerId id, int tagId) {
		this.mapper.putOn(id, tagId);
		this.mapper.mark(id, this.clock.instant());
	}

	/** The follower does not wear the tag any more. */
	@Transactional
	public void takeOff(FollowerId id, int tagId) {
		this.mapper.takeOff(id, tagId);
		this.mapper.mark(id, this.clock.instant());
	}

	/**
	 * Some of those who wear the tag do so no more, since it is gone.
	 * @return whether there may be others
	 */
	@Transactional
	public boolean takeOffSome(String appId, int tagId) {
		return this.mapper.takeOffAll(appId, tagId, STEP) == STEP;
	}

	/** The follower stands on the block list now, or not any more. */
	@Transactional
	public void block(FollowerId id, boolean blocked) {
		this.mapper.block(id, blocked, this.clock.instant());
	}

	/** The follower is called so now; an empty text is no remark. */
	@Transactional
	public void remark(FollowerId id, String remark) {
		this.mapper.find(id)
			.ifPresent((row) -> this.mapper.remark(id, this.seal.sealIfAny(remark, "remark", row.person()),
					this.clock.instant()));
	}

}
