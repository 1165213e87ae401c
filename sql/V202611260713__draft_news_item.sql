-- The items, as the lists show them.
CREATE TABLE news_item (
	id BIGINT NOT NULL AUTO_INCREMENT,
	unit_id BIGINT NOT NULL,
	-- the version that people work on, and how often anything was saved
	version INT NOT NULL,
	revision INT NOT NULL,
	stage VARCHAR(32) NOT NULL,
	title VARCHAR(100) NOT NULL,
	level VARCHAR(32) NOT NULL,
	outlet_id BIGINT,
	created_by BIGINT NOT NULL,
	created_at DATETIME NOT NULL,
	changed_by BIGINT NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (id),
	KEY news_item_stage (stage, id),
	KEY news_item_unit (unit_id, id),
	KEY news_item_outlet (outlet_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The versions of an item. One that was handed in (frozen_at) is never changed again.
CREATE TABLE news_version (
	item_id BIGINT NOT NULL,
	number INT NOT NULL,
	title VARCHAR(100) NOT NULL,
	author VARCHAR(60) NOT NULL,
	digest VARCHAR(300) NOT NULL,
	body MEDIUMTEXT NOT NULL,
	level VARCHAR(32) NOT NULL,
	boards VARCHAR(200) NOT NULL,
	topics VARCHAR(200) NOT NULL,
	outlet_id BIGINT,
	source_outlet VARCHAR(60),
	source_on DATE,
	source_link VARCHAR(1000),
	video_link VARCHAR(1000),
	cover_id BIGINT,
	attachments VARCHAR(500) NOT NULL,
	ai_use VARCHAR(32) NOT NULL,
	correction VARCHAR(500),
	content_hash CHAR(64) NOT NULL,
	saved_by BIGINT NOT NULL,
	saved_at DATETIME NOT NULL,
	frozen_at DATETIME,
	approved_at DATETIME,
	PRIMARY KEY (item_id, number),
	KEY news_version_hash (item_id, content_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE news_item_board (
	board_id BIGINT NOT NULL,
	item_id BIGINT NOT NULL,
	PRIMARY KEY (board_id, item_id),
	KEY news_item_board_item (item_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Who wrote any of it: none of them approves it.
CREATE TABLE news_author (
	item_id BIGINT NOT NULL,
	person_id BIGINT NOT NULL,
	since DATETIME NOT NULL,
	PRIMARY KEY (item_id, person_id),
	KEY news_author_person (person_id, item_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
