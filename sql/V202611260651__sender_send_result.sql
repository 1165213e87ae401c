-- What the platform reported about a message it took, under the platform's number; it may come before our call has returned.
CREATE TABLE send_result (
	app_id VARCHAR(64) NOT NULL,
	platform_id VARCHAR(32) NOT NULL,
	status VARCHAR(64) NOT NULL,
	is_delivered BOOLEAN NOT NULL,
	reported_at DATETIME(3) NOT NULL,
	PRIMARY KEY (app_id, platform_id),
	KEY send_result_reported_at (reported_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
