-- Who is signed in (登录会话). Redis carries the session; whether it still counts is decided here.
CREATE TABLE office_session (
	id BIGINT NOT NULL AUTO_INCREMENT,
	person_id BIGINT NOT NULL,
	-- of the sign-in when it began: another number there ends the session
	version INT NOT NULL,
	came_from VARCHAR(64) NOT NULL,
	-- browser and system, as people call them
	device VARCHAR(64) NOT NULL,
	started_at DATETIME NOT NULL,
	last_used_at DATETIME NOT NULL,
	ended_at DATETIME,
	-- LEFT, IDLE, TOO_OLD, ENDED, CHANGED
	ending VARCHAR(16),
	PRIMARY KEY (id),
	KEY office_session_person (person_id, ended_at, id),
	KEY office_session_last_used_at (last_used_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
