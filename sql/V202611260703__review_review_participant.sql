-- Who had a hand in what is under review now, and so decides nothing about it any more.
CREATE TABLE review_participant (
	review_id BIGINT NOT NULL,
	person_id BIGINT NOT NULL,
	PRIMARY KEY (review_id, person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
