-- Who compared which content with which document.
CREATE TABLE news_fact_check (
	item_id BIGINT NOT NULL,
	content_hash CHAR(64) NOT NULL,
	document VARCHAR(300) NOT NULL,
	checked_by BIGINT NOT NULL,
	checked_at DATETIME NOT NULL,
	PRIMARY KEY (item_id, content_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What is reprinted from whom, and whether to go on.
CREATE TABLE news_reprint (
	item_id BIGINT NOT NULL,
	-- on the list of sources on which day; NULL: not found on it
	listed_on DATE,
	permission VARCHAR(300) NOT NULL,
	originality VARCHAR(32) NOT NULL,
	decision VARCHAR(32) NOT NULL,
	reason VARCHAR(300) NOT NULL,
	decided_by BIGINT,
	decided_at DATETIME,
	PRIMARY KEY (item_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
