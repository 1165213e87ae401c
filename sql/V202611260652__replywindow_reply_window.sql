-- The latest window of each kind that a person opened; kind UNFOLLOWED voids all that are not younger. rule is the date of
-- the rule by which it was opened.
CREATE TABLE reply_window (
	person BINARY(32) NOT NULL,
	kind VARCHAR(16) NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	opened_at DATETIME(3) NOT NULL,
	closes_at DATETIME(3) NOT NULL,
	messages INT NOT NULL,
	rule DATE NOT NULL,
	PRIMARY KEY (person, kind),
	KEY reply_window_closes_at (closes_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Until when each instance has written down the windows of the pushes that it took; what a dead one left is read again.
CREATE TABLE reply_window_mark (
	owner VARCHAR(64) NOT NULL,
	written_until DATETIME(3) NOT NULL,
	PRIMARY KEY (owner)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
