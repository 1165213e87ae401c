-- Everything that happened to a review, never changed but for sealing anew.
CREATE TABLE review_decision (
	review_id BIGINT NOT NULL,
	-- 1, 2, 3 … within the review
	position INT NOT NULL,
	round INT NOT NULL,
	act VARCHAR(32) NOT NULL,
	state_before VARCHAR(32) NOT NULL,
	-- what it was about
	title VARCHAR(300) NOT NULL,
	item_version INT NOT NULL,
	content_hash VARCHAR(64) NOT NULL,
	actor_kind VARCHAR(32) NOT NULL,
	actor_id BIGINT NOT NULL,
	-- the absent person in whose place it was done; NULL: in one's own right
	on_behalf_of BIGINT,
	happened_at DATETIME NOT NULL,
	-- the last day of what it ended, and the calendar that this was counted by; NULL: nothing was due
	due_on DATE,
	calendar_version BIGINT,
	-- sealed
	opinion VARBINARY(4000),
	PRIMARY KEY (review_id, position),
	KEY review_decision_happened (happened_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
