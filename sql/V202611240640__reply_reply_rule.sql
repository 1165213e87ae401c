-- Automatic answers (自动回复): one row a rule. Whoever changes rules by hand raises
-- reply_rule_version.number in the same transaction; the running instances then read them again.
CREATE TABLE reply_rule (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- NULL: every account
	app_id VARCHAR(64),
	-- WELCOME, WHOLE_KEYWORD, PREFIX_KEYWORD, CONTAINED_KEYWORD, MENU_KEY, SCENE, DEFAULT
	answers VARCHAR(32) NOT NULL,
	answer TEXT NOT NULL,
	priority INT NOT NULL,
	-- Beijing time, the end excluded; NULL: no bound
	valid_from DATETIME,
	valid_until DATETIME,
	daily_from TIME,
	daily_until TIME,
	-- digits, 1 is Monday; empty: every day
	weekdays VARCHAR(7) NOT NULL,
	enabled BOOLEAN NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The keywords, menu keys or scene prefixes of a rule, as the editor wrote them.
CREATE TABLE reply_phrase (
	rule_id BIGINT NOT NULL,
	place SMALLINT NOT NULL,
	phrase VARCHAR(64) NOT NULL,
	PRIMARY KEY (rule_id, place),
	CONSTRAINT reply_phrase_rule FOREIGN KEY (rule_id) REFERENCES reply_rule (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One row, raised with every change: instances compare it with what they hold in memory.
CREATE TABLE reply_rule_version (
	id TINYINT NOT NULL,
	number BIGINT NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO reply_rule_version (id, number) VALUES (1, 0);
