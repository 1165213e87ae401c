-- Scans of a code with parameters by day in Beijing: by people who followed by it, and by followers.
CREATE TABLE scene_tally (
	code_id BIGINT NOT NULL,
	day DATE NOT NULL,
	follows INT NOT NULL,
	scans INT NOT NULL,
	PRIMARY KEY (code_id, day),
	KEY scene_tally_day (day, code_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
