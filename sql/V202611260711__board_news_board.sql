-- The boards of the website. closes_on NULL: stands always.
CREATE TABLE news_board (
	id BIGINT NOT NULL AUTO_INCREMENT,
	code VARCHAR(32) NOT NULL,
	title VARCHAR(30) NOT NULL,
	is_campaign BOOLEAN NOT NULL,
	opens_on DATE,
	closes_on DATE,
	is_public BOOLEAN NOT NULL,
	-- NULL: kept by the commission
	unit_id BIGINT,
	-- after how many days without anything new somebody is told; 0: never
	fresh_days INT NOT NULL,
	place INT NOT NULL,
	revision INT NOT NULL,
	changed_by BIGINT NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY news_board_code (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- 政策 boards without news for half a year lose points (国办秘函〔2019〕19号); two weeks are the rule for accounts (国办发〔2018〕123号).
INSERT INTO news_board (code, title, is_campaign, is_public, fresh_days, place, revision, changed_by, changed_at) VALUES
	('government', '政务公开', FALSE, TRUE, 14, 0, 0, 0, '2014-01-01 00:00:00'),
	('process', '全程办理', FALSE, TRUE, 180, 1, 0, 0, '2014-01-01 00:00:00'),
	('education', '教育新闻', FALSE, TRUE, 1, 2, 0, 0, '2014-01-01 00:00:00'),
	('media', '媒体聚焦', FALSE, TRUE, 14, 3, 0, 0, '2014-01-01 00:00:00'),
	('opinion', '舆情参考', FALSE, FALSE, 0, 4, 0, 0, '2014-01-01 00:00:00');
