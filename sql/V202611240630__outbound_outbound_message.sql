-- Every message to a person, written before it is sent. open_id and content are sealed; person makes the person findable.
-- state NEW waits until due_at; SENDING since changed_at; SENT, REFUSED, UNKNOWN, EXPIRED since changed_at and for good.
CREATE TABLE outbound_message (
	id BIGINT NOT NULL AUTO_INCREMENT,
	message_key BINARY(32) NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	person BINARY(32) NOT NULL,
	open_id VARBINARY(512),
	content BLOB,
	kind VARCHAR(64) NOT NULL,
	reply_window VARCHAR(16) NOT NULL,
	received_at DATETIME(3) NOT NULL,
	window_ends_at DATETIME(3) NOT NULL,
	state VARCHAR(16) NOT NULL,
	reason VARCHAR(64),
	attempts INT NOT NULL,
	due_at DATETIME(3) NOT NULL,
	changed_at DATETIME(3) NOT NULL,
	created_at DATETIME(3) NOT NULL,
	correlation_id VARCHAR(64) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY outbound_message_key (message_key),
	KEY outbound_message_person (person, state, id),
	KEY outbound_message_state (state, due_at),
	KEY outbound_message_created_at (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
