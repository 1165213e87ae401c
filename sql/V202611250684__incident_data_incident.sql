-- Leaks and other incidents with personal data (个人信息保护法 Art. 57; 未成年人网络保护条例 Art. 35). Texts are sealed.
CREATE TABLE data_incident (
	id BIGINT NOT NULL AUTO_INCREMENT,
	happened_at DATETIME NOT NULL,
	known_at DATETIME NOT NULL,
	what VARBINARY(8000) NOT NULL,
	categories VARCHAR(500) NOT NULL,
	people BIGINT NOT NULL,
	about_minors BOOLEAN NOT NULL,
	measures VARBINARY(8000),
	-- which authority was told and when
	authority VARCHAR(200) NOT NULL,
	authority_told_at DATETIME,
	-- how the people were told and when, or why that was not needed
	people_told_how VARCHAR(500) NOT NULL,
	people_told_at DATETIME,
	people_not_told_because VARCHAR(500) NOT NULL,
	recorded_by BIGINT NOT NULL,
	recorded_at DATETIME(3) NOT NULL,
	-- NULL: still worked on
	closed_at DATETIME(3),
	-- raised with every change
	version BIGINT NOT NULL,
	PRIMARY KEY (id),
	KEY data_incident_closed_at (closed_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
