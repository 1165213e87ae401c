-- Series of pushes: the days and the time at which a push of an account is expected.
CREATE TABLE push_series (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	title VARCHAR(64) NOT NULL,
	-- in Beijing
	minute_of_day INT NOT NULL,
	-- digits, 1 is Monday
	weekdays VARCHAR(7) NOT NULL,
	-- MASS, PUBLISH
	verb VARCHAR(32) NOT NULL,
	-- NULL: everybody
	tag_id BIGINT,
	-- UNTIL, SKIP, ASK
	late VARCHAR(32) NOT NULL,
	late_minutes INT NOT NULL,
	is_active BOOLEAN NOT NULL,
	revision INT NOT NULL,
	actor_id BIGINT NOT NULL,
	changed_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
