-- Who agreed that both accounts may know them as the same person. No id of the platform stands here: union_index is
-- a look-up value, and both are numbers of followers.
CREATE TABLE person_link (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- of the service account, where the person agreed
	follower_id BIGINT NOT NULL,
	-- of the subscription account, once found
	other_follower_id BIGINT,
	union_index BINARY(32),
	-- which words the person agreed to
	text_version INT NOT NULL,
	agreed_at DATETIME NOT NULL,
	-- when the followers of the other account were looked through
	searched_at DATETIME,
	linked_at DATETIME,
	withdrawn_at DATETIME,
	PRIMARY KEY (id),
	UNIQUE KEY person_link_follower_id (follower_id),
	KEY person_link_other_follower_id (other_follower_id),
	KEY person_link_union_index (union_index),
	KEY person_link_withdrawn_at (withdrawn_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
