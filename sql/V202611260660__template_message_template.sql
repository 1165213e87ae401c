-- The templates that the accounts have in use at the platform, as they were read last. gone_at: not there any more.
CREATE TABLE message_template (
	app_id VARCHAR(64) NOT NULL,
	template_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	kind VARCHAR(32) NOT NULL,
	title TEXT NOT NULL,
	content TEXT NOT NULL,
	example TEXT NOT NULL,
	seen_at DATETIME(3) NOT NULL,
	gone_at DATETIME(3),
	PRIMARY KEY (app_id, template_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- When each list of templates was read: part MESSAGE or NOTICE; failure is the code of the last try, if it failed.
CREATE TABLE template_reading (
	app_id VARCHAR(64) NOT NULL,
	part VARCHAR(16) NOT NULL,
	tried_at DATETIME(3) NOT NULL,
	done_at DATETIME(3),
	failure VARCHAR(64),
	PRIMARY KEY (app_id, part)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Which template serves a purpose, and who said so.
CREATE TABLE template_use (
	app_id VARCHAR(64) NOT NULL,
	purpose VARCHAR(64) NOT NULL,
	template_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	chosen_by BIGINT NOT NULL,
	chosen_at DATETIME(3) NOT NULL,
	PRIMARY KEY (app_id, purpose)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What fills a field of it: a value of the purpose, or words that are always the same.
CREATE TABLE template_use_field (
	app_id VARCHAR(64) NOT NULL,
	purpose VARCHAR(64) NOT NULL,
	field VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	value_code VARCHAR(64),
	words VARCHAR(200),
	PRIMARY KEY (app_id, purpose, field)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
