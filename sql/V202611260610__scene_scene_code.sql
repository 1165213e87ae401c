-- QR codes with parameters (带参二维码) of the service account, one row a purpose.
CREATE TABLE scene_code (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	-- scene_str: ours and unique, so that asking the platform again makes no second code
	scene VARCHAR(64) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	unit_id BIGINT NOT NULL,
	title VARCHAR(100) NOT NULL,
	-- words of the editor to whoever scans
	note VARCHAR(500) NOT NULL,
	-- what it is for; NULL once withdrawn: of each purpose there is one open code
	purpose VARCHAR(160),
	permanent BOOLEAN NOT NULL,
	-- the last day of what it leads to; NULL: no end
	ends_on DATE,
	-- WANTED, ISSUED, REFUSED
	state VARCHAR(32) NOT NULL,
	-- the current ticket, the address in the picture and the end of both; NULL: none yet, or no end
	ticket VARCHAR(255),
	url VARCHAR(255),
	issued_at DATETIME,
	expires_at DATETIME,
	-- when the platform is asked next; whoever moves it on asks. NULL: never
	due_at DATETIME,
	failures INT NOT NULL,
	-- why the last call brought nothing; NULL after one that did
	reason VARCHAR(64),
	created_by BIGINT NOT NULL,
	created_at DATETIME NOT NULL,
	withdrawn_at DATETIME,
	PRIMARY KEY (id),
	UNIQUE KEY scene_code_scene (app_id, scene),
	UNIQUE KEY scene_code_purpose (app_id, purpose),
	KEY scene_code_due (due_at),
	KEY scene_code_unit (unit_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- How many of the 100,000 permanent codes of an account are used; they can never be deleted.
CREATE TABLE scene_permanent (
	app_id VARCHAR(64) NOT NULL,
	used INT NOT NULL,
	PRIMARY KEY (app_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
