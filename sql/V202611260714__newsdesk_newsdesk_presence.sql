-- Who has the editor of an item open.
CREATE TABLE newsdesk_presence (
	item_id BIGINT NOT NULL,
	person_id BIGINT NOT NULL,
	seen_at DATETIME NOT NULL,
	PRIMARY KEY (item_id, person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
