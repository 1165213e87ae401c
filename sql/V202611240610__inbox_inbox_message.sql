-- Every pushed message, once. message_key is made of what is equal in each redelivery: six bytes that grow with time, then an HMAC; content and reply are sealed.
CREATE TABLE inbox_message (
	message_key BINARY(32) NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	state VARCHAR(16) NOT NULL,
	received_at DATETIME(3) NOT NULL,
	content MEDIUMBLOB NOT NULL,
	reply BLOB,
	outcome VARCHAR(16),
	turn VARCHAR(32),
	done_at DATETIME(3),
	correlation_id VARCHAR(64) NOT NULL,
	PRIMARY KEY (message_key),
	KEY inbox_message_received_at (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a handler still works on; a row goes when its message is done. Small, so that finding the abandoned is cheap.
CREATE TABLE inbox_claim (
	message_key BINARY(32) NOT NULL,
	owner VARCHAR(64) NOT NULL,
	claim_number INT NOT NULL,
	claimed_until DATETIME(3) NOT NULL,
	PRIMARY KEY (message_key),
	KEY inbox_claim_claimed_until (claimed_until)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- That something was written, when, to which account, of what kind and what became of it; no text, no person.
CREATE TABLE inbox_record (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	state VARCHAR(16) NOT NULL,
	outcome VARCHAR(16),
	turn VARCHAR(32),
	received_at DATETIME(3) NOT NULL,
	done_at DATETIME(3),
	correlation_id VARCHAR(64) NOT NULL,
	PRIMARY KEY (id),
	KEY inbox_record_received_at (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
