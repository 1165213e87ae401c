-- Who follows which account. open_id, union_id and remark are sealed, bound to person, the look-up value of the
-- openid at the account. since is when the person followed last, state_at when the platform says the state changed,
-- listed_in the number of the last comparison with the platform's list that saw the person.
CREATE TABLE wechat_follower (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	person BINARY(32) NOT NULL,
	open_id VARBINARY(512) NOT NULL,
	union_id VARBINARY(512) NULL,
	remark VARBINARY(1024) NULL,
	state VARCHAR(16) NOT NULL,
	blocked BOOLEAN NOT NULL,
	since DATETIME(3) NOT NULL,
	state_at DATETIME(3) NOT NULL,
	way VARCHAR(64) NULL,
	scene VARCHAR(64) NULL,
	profile_due BOOLEAN NOT NULL,
	profile_at DATETIME(3) NULL,
	profile_withdrawn BOOLEAN NOT NULL,
	marked_at DATETIME(3) NOT NULL,
	listed_in BIGINT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY wechat_follower_person (person),
	KEY wechat_follower_state (app_id, state, since, id),
	KEY wechat_follower_since (app_id, since, id),
	KEY wechat_follower_scene (app_id, scene, since, id),
	KEY wechat_follower_blocked (app_id, blocked, since, id),
	KEY wechat_follower_profile (app_id, profile_due, id),
	KEY wechat_follower_left (state, state_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Which tags of the platform a follower wears; since repeats the follower's, so that a list by tag is read in order.
CREATE TABLE follower_tag (
	follower_id BIGINT NOT NULL,
	tag_id INT NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	since DATETIME(3) NOT NULL,
	PRIMARY KEY (follower_id, tag_id),
	KEY follower_tag_list (app_id, tag_id, since, follower_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
