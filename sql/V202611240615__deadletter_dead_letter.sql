-- Messages that could not be handled or read; content is sealed, reason holds nothing of the message.
CREATE TABLE dead_letter (
	id BIGINT NOT NULL AUTO_INCREMENT,
	message_key BINARY(32) NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	reason VARCHAR(255) NOT NULL,
	content MEDIUMBLOB NOT NULL,
	state VARCHAR(16) NOT NULL,
	attempts INT NOT NULL,
	received_at DATETIME(3) NOT NULL,
	correlation_id VARCHAR(64) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY dead_letter_message_key (message_key),
	KEY dead_letter_state (state, id),
	KEY dead_letter_received_at (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
