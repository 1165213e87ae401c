-- Menus of the official accounts as they were saved (menu_version), what was published of them
-- (menu_publication), and switches at a given time (menu_plan). Nothing of it is about people.
CREATE TABLE menu_version (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	-- counted from 1 in each account
	number INT NOT NULL,
	-- the platform's JSON, as menu/get shows it
	content TEXT NOT NULL,
	note VARCHAR(100) NOT NULL,
	-- EDITED, ROLLED_BACK, PULLED, DEFAULT
	origin VARCHAR(32) NOT NULL,
	source_id BIGINT,
	-- 0: the system
	author_id BIGINT NOT NULL,
	created_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY menu_version_number (app_id, number),
	KEY menu_version_app (app_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE menu_publication (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	-- the account while it is SENDING or UNKNOWN, otherwise NULL: only one of an account is open
	open_app_id VARCHAR(64),
	version_id BIGINT NOT NULL,
	plan_id BIGINT,
	-- SENDING, SENT, REFUSED, UNKNOWN, NOT_SENT, NOT_TAKEN
	state VARCHAR(32) NOT NULL,
	reason VARCHAR(64) NOT NULL,
	rid VARCHAR(64) NOT NULL,
	-- changing calls that were done
	step INT NOT NULL,
	actor_id BIGINT NOT NULL,
	begun_at DATETIME(3) NOT NULL,
	touched_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY menu_publication_open (open_app_id),
	KEY menu_publication_app (app_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE menu_plan (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	version_id BIGINT NOT NULL,
	switch_at DATETIME NOT NULL,
	-- PLANNED, DONE, FAILED, CANCELLED
	state VARCHAR(32) NOT NULL,
	reason VARCHAR(64) NOT NULL,
	tries INT NOT NULL,
	next_try_at DATETIME(3) NOT NULL,
	actor_id BIGINT NOT NULL,
	created_at DATETIME(3) NOT NULL,
	ended_at DATETIME(3),
	PRIMARY KEY (id),
	KEY menu_plan_due (state, next_try_at),
	KEY menu_plan_app (app_id, switch_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
