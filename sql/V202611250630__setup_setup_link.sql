-- One-time links of the first start; only hashes of their words are kept.
CREATE TABLE setup_link (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- BEGINNING, SYSTEM, SECURITY, AUDIT
	purpose VARCHAR(16) NOT NULL,
	word_hash BINARY(32) NOT NULL,
	made_at DATETIME NOT NULL,
	expires_at DATETIME NOT NULL,
	-- NULL: can still be used
	used_at DATETIME,
	-- the browser that used an administrator's link: no browser uses two
	browser_hash BINARY(32),
	PRIMARY KEY (id),
	UNIQUE KEY setup_link_word (word_hash),
	UNIQUE KEY setup_link_browser (browser_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
