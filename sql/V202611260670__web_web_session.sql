-- Who is signed in to the pages of parents and teachers (网页授权). Redis carries the session; whether it still counts
-- is decided here.
CREATE TABLE web_session (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	-- look-up value of the person of the account
	person BINARY(32) NOT NULL,
	-- sealed; taken away when the session ends
	open_id VARBINARY(512),
	-- the follower, if the person was one
	follower_id BIGINT,
	-- telephone and system, as people call them
	device VARCHAR(64) NOT NULL,
	started_at DATETIME NOT NULL,
	ends_at DATETIME NOT NULL,
	ended_at DATETIME,
	-- LEFT, UNFOLLOWED, OVER
	ending VARCHAR(16),
	PRIMARY KEY (id),
	KEY web_session_person (person, ended_at),
	KEY web_session_follower_id (follower_id, ended_at),
	KEY web_session_started_at (started_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
