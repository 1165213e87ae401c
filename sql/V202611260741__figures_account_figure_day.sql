-- What the platform counts of all articles of an account together, by the day. A day is complete once the platform did not
-- call it late any more (is_delay); until then it is asked for again.
CREATE TABLE account_figure_day (
	app_id VARCHAR(64) NOT NULL,
	on_day DATE NOT NULL,
	read_user INT NOT NULL,
	share_user INT NOT NULL,
	zaikan_user INT NOT NULL,
	like_user INT NOT NULL,
	comment_count INT NOT NULL,
	is_complete BOOLEAN NOT NULL,
	asked_at DATETIME NOT NULL,
	PRIMARY KEY (app_id, on_day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
