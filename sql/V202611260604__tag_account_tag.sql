-- The tags of an account. While state is CREATING, RENAMING or DELETING the platform may or may not have taken it: it is
-- asked again until that is known. platform_id is the platform's number, NULL until it gave one.
CREATE TABLE account_tag (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	platform_id INT NULL,
	name VARCHAR(64) NOT NULL,
	new_name VARCHAR(64) NULL,
	state VARCHAR(16) NOT NULL,
	changed_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY account_tag_name (app_id, name),
	UNIQUE KEY account_tag_platform (app_id, platform_id),
	KEY account_tag_state (state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
