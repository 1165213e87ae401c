-- Staff who see articles on their own phones before anybody else (article_tester), and each preview that
-- was sent to them (article_preview). Who it is stands with the follower; here are numbers alone.
CREATE TABLE article_tester (
	id BIGINT NOT NULL AUTO_INCREMENT,
	staff_id BIGINT NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	-- NULL until the person sent the code
	follower_id BIGINT,
	-- look-up value of the code that the person sends from the phone; NULL when it was used
	code_index BINARY(32),
	code_until DATETIME(3) NOT NULL,
	registered_at DATETIME(3),
	PRIMARY KEY (id),
	UNIQUE KEY article_tester_staff (app_id, staff_id),
	UNIQUE KEY article_tester_code (code_index),
	KEY article_tester_follower (follower_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE article_preview (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	news_id BIGINT NOT NULL,
	version INT NOT NULL,
	staff_id BIGINT NOT NULL,
	-- SENDING, SENT, REFUSED, NOT_SENT, UNKNOWN
	state VARCHAR(32) NOT NULL,
	reason VARCHAR(64) NOT NULL,
	rid VARCHAR(64) NOT NULL,
	actor_id BIGINT NOT NULL,
	sent_on DATE NOT NULL,
	created_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	KEY article_preview_day (app_id, sent_on),
	KEY article_preview_news (news_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
