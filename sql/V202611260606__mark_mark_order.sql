-- What the platform is still to be asked to do for a follower: a tag on or off, a remark, the block list. One row a
-- follower and target; a later wish takes the place of an earlier one and raises version. remark is sealed.
CREATE TABLE mark_order (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	follower_id BIGINT NOT NULL,
	target VARCHAR(32) NOT NULL,
	kind VARCHAR(16) NOT NULL,
	tag_id INT NOT NULL,
	remark VARBINARY(1024) NULL,
	state VARCHAR(16) NOT NULL,
	reason VARCHAR(32) NOT NULL,
	version INT NOT NULL,
	attempts INT NOT NULL,
	due_at DATETIME(3) NOT NULL,
	asked_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY mark_order_target (follower_id, target),
	KEY mark_order_due (state, due_at, id),
	KEY mark_order_batch (app_id, kind, tag_id, state, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What the staff note about a follower; content is sealed.
CREATE TABLE follower_note (
	id BIGINT NOT NULL AUTO_INCREMENT,
	follower_id BIGINT NOT NULL,
	content VARBINARY(4096) NOT NULL,
	note_key BINARY(16) NOT NULL,
	written_by BIGINT NOT NULL,
	written_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	KEY follower_note_follower (follower_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
