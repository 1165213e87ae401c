-- Who works for the disclosure of information, full time or part time; the annual report counts them.
CREATE TABLE disclosure_post (
	id BIGINT NOT NULL AUTO_INCREMENT,
	person_id BIGINT NOT NULL,
	-- FULL_TIME, PART_TIME
	kind VARCHAR(16) NOT NULL,
	from_on DATE NOT NULL,
	-- the last day; NULL: no end
	until_on DATE,
	recorded_by BIGINT NOT NULL,
	recorded_at DATETIME NOT NULL,
	PRIMARY KEY (id),
	KEY disclosure_post_person (person_id, from_on),
	KEY disclosure_post_days (from_on, until_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
