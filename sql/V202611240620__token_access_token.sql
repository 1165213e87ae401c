-- One row an account: its access token (access_token), sealed, and who is fetching the next one.
-- version grows with every token stored; a lease that ran out may be taken over by anyone.
CREATE TABLE access_token (
	app_id VARCHAR(64) NOT NULL,
	version BIGINT NOT NULL,
	token VARBINARY(2048),
	expires_at DATETIME(3),
	lease_owner VARCHAR(64),
	lease_until DATETIME(3),
	failed_code INT,
	failed_detail VARCHAR(255),
	failed_until DATETIME(3),
	PRIMARY KEY (app_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
