-- What the platform counts of our articles (数据统计), kept because it forgets: an article of a mass send or publication by
-- its msg_data_id and place, and what was counted of it on each of its first thirty days.
CREATE TABLE article_figure (
	app_id VARCHAR(64) NOT NULL,
	data_id VARCHAR(64) NOT NULL,
	-- from 1, the order of the articles
	place INT NOT NULL,
	published_on DATE NOT NULL,
	-- whether followers were told of it
	notified BOOLEAN NOT NULL,
	PRIMARY KEY (app_id, data_id, place),
	KEY article_figure_published (app_id, published_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE article_figure_day (
	app_id VARCHAR(64) NOT NULL,
	data_id VARCHAR(64) NOT NULL,
	place INT NOT NULL,
	on_day DATE NOT NULL,
	read_user INT NOT NULL,
	share_user INT NOT NULL,
	zaikan_user INT NOT NULL,
	like_user INT NOT NULL,
	comment_count INT NOT NULL,
	PRIMARY KEY (app_id, data_id, place, on_day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
