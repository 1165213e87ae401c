-- The ticket (jsapi_ticket) that signs pages for the JS-SDK: one an account for all instances, fetched by one of them.
CREATE TABLE page_ticket (
	app_id VARCHAR(64) NOT NULL,
	-- how many were stored
	version BIGINT NOT NULL,
	-- sealed
	ticket VARBINARY(1024),
	expires_at DATETIME(3),
	lease_until DATETIME(3),
	PRIMARY KEY (app_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
