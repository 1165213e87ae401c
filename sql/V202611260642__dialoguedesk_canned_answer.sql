-- Answers that the staff gives often, ready to be put into a message and changed there.
CREATE TABLE canned_answer (
	id BIGINT NOT NULL AUTO_INCREMENT,
	title VARCHAR(40) NOT NULL,
	words VARCHAR(2048) NOT NULL,
	changed_by BIGINT NOT NULL,
	changed_at DATETIME(3) NOT NULL,
	-- raised with every change
	version BIGINT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY canned_answer_title (title)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
