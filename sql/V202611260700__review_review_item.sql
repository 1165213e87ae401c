-- What was ever submitted for review, and how far it is.
CREATE TABLE review_item (
	id BIGINT NOT NULL AUTO_INCREMENT,
	kind VARCHAR(32) NOT NULL,
	-- its number within the kind
	object_id VARCHAR(64) NOT NULL,
	unit_id BIGINT NOT NULL,
	-- as they were submitted
	title VARCHAR(300) NOT NULL,
	item_version INT NOT NULL,
	content_hash VARCHAR(64) NOT NULL,
	state VARCHAR(32) NOT NULL,
	-- how often it was submitted
	round INT NOT NULL,
	-- how many lines its history has
	decisions INT NOT NULL,
	-- how often it was urged since it waits
	urged INT NOT NULL,
	waiting_since DATETIME NOT NULL,
	submitted_by BIGINT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY review_item_object (kind, object_id),
	KEY review_item_waiting (state, waiting_since, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
