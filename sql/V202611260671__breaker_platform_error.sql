-- Which answers of the platform were errors, by code: how often and when last. No person stands here.
CREATE TABLE platform_error (
	app_id VARCHAR(64) NOT NULL,
	-- of the platform, or TIMEOUT, UNREACHABLE, HTTP 502 …
	code VARCHAR(32) NOT NULL,
	times BIGINT NOT NULL,
	first_at DATETIME NOT NULL,
	last_at DATETIME NOT NULL,
	PRIMARY KEY (app_id, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
