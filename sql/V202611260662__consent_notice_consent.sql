-- What a person consented to of the notices of a template: credits counts the accepts that are not spent; accepted_at,
-- refused_at and withdrawn_at are the platform's times of the last word of each kind; voided_at is when we learnt of the
-- withdrawal. The row of template * stands for the whole account: the person unfollowed.
CREATE TABLE notice_consent (
	person BINARY(32) NOT NULL,
	template_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	credits INT NOT NULL,
	accepted_at DATETIME(3),
	refused_at DATETIME(3),
	withdrawn_at DATETIME(3),
	voided_at DATETIME(3),
	PRIMARY KEY (person, template_id),
	KEY notice_consent_voided_at (voided_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Pushes whose choices are counted, so that a message that is run again is not counted twice.
CREATE TABLE notice_choice (
	message_key BINARY(32) NOT NULL,
	counted_at DATETIME(3) NOT NULL,
	PRIMARY KEY (message_key),
	KEY notice_choice_counted_at (counted_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
