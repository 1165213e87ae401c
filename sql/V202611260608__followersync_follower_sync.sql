-- How the comparison with the platform's list of followers stands, one row an account. place is where the list goes on
-- (sealed openids, the last one first), position where our own register does.
CREATE TABLE follower_sync (
	app_id VARCHAR(64) NOT NULL,
	run BIGINT NOT NULL,
	step VARCHAR(16) NOT NULL,
	place VARBINARY(2048) NULL,
	position BIGINT NOT NULL,
	due_at DATETIME(3) NOT NULL,
	started_at DATETIME(3) NULL,
	ended_at DATETIME(3) NULL,
	listed BIGINT NOT NULL,
	found BIGINT NOT NULL,
	gone BIGINT NOT NULL,
	total BIGINT NOT NULL,
	asked_on DATE NULL,
	asked INT NOT NULL,
	trouble VARCHAR(32) NOT NULL,
	version BIGINT NOT NULL,
	PRIMARY KEY (app_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
