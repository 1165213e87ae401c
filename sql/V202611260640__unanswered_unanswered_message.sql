-- Messages at an official account that no automatic answer was found for: enquiries through the net (网上咨询). No personal
-- data: the rows stay when what people wrote is erased.
CREATE TABLE unanswered_message (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- look-up value of the platform's number of the message: it is counted once
	message_key BINARY(32) NOT NULL,
	channel VARCHAR(32) NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	-- the conversation, and how often the person had begun to ask there
	dialogue_id BIGINT NOT NULL,
	occasion INT NOT NULL,
	asked_at DATETIME(3) NOT NULL,
	-- OPEN, ANSWERED or SET_ASIDE
	state VARCHAR(32) NOT NULL,
	-- who answered or set it aside; 0: the system
	settled_by BIGINT,
	settled_at DATETIME(3),
	PRIMARY KEY (id),
	UNIQUE KEY unanswered_message_key (message_key),
	KEY unanswered_message_dialogue (dialogue_id, state, id),
	KEY unanswered_message_asked (asked_at),
	KEY unanswered_message_settled (settled_at, state)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
