-- Every channel: kind says what content is (TEXT as it is, everything else JSON), window_ends_at becomes the time until
-- which it may be sent. claimed_at is the time of the last call, doubtful_since that of the first call of a keyed message
-- whose outcome is not known. A bundled row went out inside another one and shares its fate. decision is what a person
-- decided about an UNKNOWN one.
ALTER TABLE outbound_message
	MODIFY kind VARCHAR(64) NOT NULL DEFAULT 'TEXT',
	CHANGE window_ends_at send_before DATETIME(3) NOT NULL,
	DROP COLUMN reply_window,
	DROP COLUMN received_at,
	ADD COLUMN channel VARCHAR(32) NOT NULL DEFAULT 'CUSTOMER_SERVICE',
	ADD COLUMN purpose VARCHAR(64) NOT NULL DEFAULT 'late-reply',
	ADD COLUMN claimed_at DATETIME(3),
	ADD COLUMN claimed_by VARCHAR(64),
	ADD COLUMN doubtful_since DATETIME(3),
	ADD COLUMN bundled_into BIGINT,
	ADD COLUMN platform_id VARCHAR(32),
	ADD COLUMN decision VARCHAR(16),
	ADD COLUMN decided_by BIGINT,
	ADD COLUMN decided_at DATETIME(3),
	ADD COLUMN repeats BIGINT;

-- Until now every row was a text, and kind named the push that it answered.
UPDATE outbound_message
SET kind = 'TEXT', claimed_at = CASE WHEN state IN ('SENDING', 'SENT', 'UNKNOWN') THEN changed_at END;
