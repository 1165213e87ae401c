-- Every item that was ever shown, as it is counted: when it was first shown, of which level, of which unit, on which boards.
-- A withdrawn item keeps its row, so that last year's numbers stay what they were.
CREATE TABLE news_fact (
	item_id BIGINT NOT NULL,
	shown_on DATE NOT NULL,
	level VARCHAR(32) NOT NULL,
	-- NULL where nobody knows whose it is
	unit_id BIGINT,
	withdrawn_on DATE,
	PRIMARY KEY (item_id),
	KEY news_fact_shown (shown_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE news_fact_board (
	item_id BIGINT NOT NULL,
	board VARCHAR(100) NOT NULL,
	PRIMARY KEY (item_id, board)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
