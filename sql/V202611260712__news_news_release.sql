-- What is shown, exactly as it was approved; a withdrawn item stays as its tombstone.
CREATE TABLE news_release (
	item_id BIGINT NOT NULL,
	version INT NOT NULL,
	content_hash CHAR(64) NOT NULL,
	title VARCHAR(100) NOT NULL,
	author VARCHAR(60) NOT NULL,
	digest VARCHAR(300) NOT NULL,
	body MEDIUMTEXT NOT NULL,
	level VARCHAR(32) NOT NULL,
	-- the numbers of the boards between commas, as approved
	boards VARCHAR(200) NOT NULL,
	source_outlet VARCHAR(60),
	source_on DATE,
	source_link VARCHAR(1000),
	cover_id BIGINT,
	ai_made BOOLEAN NOT NULL,
	approved_at DATETIME NOT NULL,
	first_shown_at DATETIME NOT NULL,
	corrected_at DATETIME,
	correction VARCHAR(500),
	-- the hash of what people work on now; a push sends only when it is the approved one
	working_hash CHAR(64) NOT NULL,
	-- how many files stand below the text
	files INT NOT NULL,
	-- whether it stands on a board of the public and was not withdrawn
	shown BOOLEAN NOT NULL,
	withdrawn_at DATETIME,
	withdraw_reason VARCHAR(500),
	PRIMARY KEY (item_id),
	KEY news_release_latest (shown, first_shown_at, item_id),
	KEY news_release_level (shown, level, first_shown_at, item_id),
	KEY news_release_withdrawn (withdrawn_at, item_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE news_release_board (
	item_id BIGINT NOT NULL,
	board_id BIGINT NOT NULL,
	first_shown_at DATETIME NOT NULL,
	shown BOOLEAN NOT NULL,
	PRIMARY KEY (item_id, board_id),
	KEY news_release_board_latest (board_id, shown, first_shown_at, item_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE news_release_file (
	item_id BIGINT NOT NULL,
	attachment_id BIGINT NOT NULL,
	place INT NOT NULL,
	name VARCHAR(200) NOT NULL,
	byte_size BIGINT NOT NULL,
	public_code CHAR(32) NOT NULL,
	-- offered below the text, or else a picture
	listed BOOLEAN NOT NULL,
	PRIMARY KEY (item_id, attachment_id),
	KEY news_release_file_attachment (attachment_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One row: when what is shown changed last.
CREATE TABLE news_change (
	id INT NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
