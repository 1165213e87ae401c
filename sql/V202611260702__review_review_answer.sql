-- The form of a secrecy review: one line for each concern.
CREATE TABLE review_answer (
	review_id BIGINT NOT NULL,
	position INT NOT NULL,
	concern VARCHAR(32) NOT NULL,
	is_clear BOOLEAN NOT NULL,
	-- the legal basis of a refusal
	basis VARCHAR(100) NOT NULL,
	-- sealed
	note VARBINARY(4000),
	PRIMARY KEY (review_id, position, concern)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
