-- Calls of an account that were reserved of what the platform allows in a day (2026-11-24) or month (2026-11) of Beijing.
CREATE TABLE call_quota (
	app_id VARCHAR(64) NOT NULL,
	api VARCHAR(96) NOT NULL,
	period VARCHAR(10) NOT NULL,
	reserved INT NOT NULL,
	PRIMARY KEY (app_id, api, period)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
