-- What a picture of ours holds (article_content), and where it lies at the platform (article_picture):
-- once for each account, purpose and content. Nothing of it is about people.
CREATE TABLE article_content (
	attachment_id BIGINT NOT NULL,
	-- SHA-256, hex
	content_hash CHAR(64) NOT NULL,
	PRIMARY KEY (attachment_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE article_picture (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	-- BODY (uploadimg), COVER (permanent material)
	purpose VARCHAR(32) NOT NULL,
	content_hash CHAR(64) NOT NULL,
	-- WAITING, UPLOADING, DONE, REFUSED, UNKNOWN
	state VARCHAR(32) NOT NULL,
	-- the platform's address of a BODY, the media id of a COVER; empty before
	place VARCHAR(512) NOT NULL,
	-- whoever uploads it now, and until when nobody else may
	claim CHAR(32) NOT NULL,
	claimed_until DATETIME(3) NOT NULL,
	-- calls made, and those of which nobody knows the outcome
	calls INT NOT NULL,
	lost INT NOT NULL,
	reason VARCHAR(64) NOT NULL,
	rid VARCHAR(64) NOT NULL,
	created_at DATETIME(3) NOT NULL,
	touched_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY article_picture_content (app_id, purpose, content_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
