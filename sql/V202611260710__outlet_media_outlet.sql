-- Newspapers, stations and sites. listed_on NULL: nobody found it on the list of sources (稿源名单) yet.
CREATE TABLE media_outlet (
	id BIGINT NOT NULL AUTO_INCREMENT,
	name VARCHAR(60) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	site VARCHAR(200) NOT NULL,
	-- the day of the list on which it stands, and who looked it up when
	listed_on DATE,
	listed_place VARCHAR(200) NOT NULL,
	listed_by BIGINT,
	listed_at DATETIME,
	-- what may be reprinted, as agreed with the outlet
	permission VARCHAR(300) NOT NULL,
	is_used BOOLEAN NOT NULL,
	revision INT NOT NULL,
	changed_by BIGINT NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY media_outlet_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Whom to call at an outlet; sealed: name, telephone, mail, what for.
CREATE TABLE media_contact (
	id BIGINT NOT NULL AUTO_INCREMENT,
	outlet_id BIGINT NOT NULL,
	details VARBINARY(2048) NOT NULL,
	salt CHAR(16) NOT NULL,
	added_by BIGINT NOT NULL,
	added_at DATETIME NOT NULL,
	PRIMARY KEY (id),
	KEY media_contact_outlet (outlet_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The six that the report of 2014 names. Nothing is presumed of any of them.
INSERT INTO media_outlet (name, kind, site, listed_place, permission, is_used, revision, changed_by, changed_at) VALUES
	('中国教育报', 'NEWSPAPER', '', '', '', TRUE, 0, 0, '2014-01-01 00:00:00'),
	('中国教育电视台', 'TELEVISION', '', '', '', TRUE, 0, 0, '2014-01-01 00:00:00'),
	('北京电视台', 'TELEVISION', '', '', '', TRUE, 0, 0, '2014-01-01 00:00:00'),
	('北京日报', 'NEWSPAPER', '', '', '', TRUE, 0, 0, '2014-01-01 00:00:00'),
	('新浪网', 'SITE', '', '', '', TRUE, 0, 0, '2014-01-01 00:00:00'),
	('人民网', 'SITE', '', '', '', TRUE, 0, 0, '2014-01-01 00:00:00');
