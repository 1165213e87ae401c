-- Automatic replies that an account had on the platform before, offered as rules to take over.
-- They are texts of the account itself, read by everybody who writes to it.
CREATE TABLE pulled_reply (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	-- the trigger, phrases and answer that a rule would have, as JSON
	content TEXT NOT NULL,
	-- one and the same reply is offered once
	content_hash BINARY(32) NOT NULL,
	-- OFFERED, TAKEN, DECLINED
	state VARCHAR(32) NOT NULL,
	pulled_at DATETIME(3) NOT NULL,
	decided_by BIGINT,
	decided_at DATETIME(3),
	PRIMARY KEY (id),
	UNIQUE KEY pulled_reply_content (app_id, content_hash),
	KEY pulled_reply_state (app_id, state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
