-- Pushes: what goes when (push_plan, push_plan_item), every outside call of a push with its outcome, written before it is
-- made (push_step), what the platform reports of mass sends and publications, ours and foreign ones (push_result,
-- push_result_article), and the one switch that stops everything (push_standstill). Nothing of it is about people but the
-- number of the member of staff who acted.
CREATE TABLE push_plan (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	slot_at DATETIME NOT NULL,
	-- MASS, PUBLISH
	verb VARCHAR(32) NOT NULL,
	-- NULL: everybody
	tag_id BIGINT,
	-- UNTIL, SKIP, ASK
	late VARCHAR(32) NOT NULL,
	late_until DATETIME,
	series VARCHAR(64),
	-- who answers for comments; NULL: comments are off
	moderator_id BIGINT,
	-- PLANNED, BLOCKED, SENDING, CONFIRMING, SENT, REFUSED, UNKNOWN, MISSED, SKIPPED, CANCELLED, TAKEN_OVER
	state VARCHAR(32) NOT NULL,
	reason VARCHAR(64) NOT NULL,
	-- counts every change by a person
	revision INT NOT NULL,
	-- raised when a person decides to send again
	generation INT NOT NULL,
	-- of what was handed to the platform
	content_hash CHAR(64),
	draft_id VARCHAR(128),
	-- the platform's number: msg_id or publish_id
	platform_id VARCHAR(64),
	msg_data_id VARCHAR(64),
	article_id VARCHAR(128),
	total_count BIGINT,
	filtered_count BIGINT,
	sent_count BIGINT,
	failed_count BIGINT,
	tries INT NOT NULL,
	next_try_at DATETIME(3) NOT NULL,
	accepted_at DATETIME(3),
	ended_at DATETIME(3),
	actor_id BIGINT NOT NULL,
	created_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY push_plan_platform (app_id, verb, platform_id),
	KEY push_plan_slot (slot_at),
	KEY push_plan_due (state, next_try_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE push_plan_item (
	plan_id BIGINT NOT NULL,
	-- from 1, the order of the articles
	place INT NOT NULL,
	news_id BIGINT NOT NULL,
	url VARCHAR(512),
	PRIMARY KEY (plan_id, place),
	KEY push_plan_item_news (news_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE push_step (
	id BIGINT NOT NULL AUTO_INCREMENT,
	plan_id BIGINT NOT NULL,
	-- the plan while the step is CALLING, otherwise NULL: a plan makes one call at a time
	open_plan_id BIGINT,
	generation INT NOT NULL,
	-- DRAFT, SEND, SUBMIT, DELETE
	kind VARCHAR(32) NOT NULL,
	-- CALLING, SENT, REFUSED, NOT_SENT, UNKNOWN
	state VARCHAR(32) NOT NULL,
	-- clientmsgid of a mass send, marker of a draft
	client_key VARCHAR(64) NOT NULL,
	content_hash CHAR(64) NOT NULL,
	reason VARCHAR(64) NOT NULL,
	rid VARCHAR(64) NOT NULL,
	-- the platform's number of what the call made
	made VARCHAR(128) NOT NULL,
	begun_at DATETIME(3) NOT NULL,
	ended_at DATETIME(3),
	PRIMARY KEY (id),
	UNIQUE KEY push_step_open (open_plan_id),
	KEY push_step_plan (plan_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE push_result (
	app_id VARCHAR(64) NOT NULL,
	-- MASS, PUBLISH
	verb VARCHAR(32) NOT NULL,
	platform_id VARCHAR(64) NOT NULL,
	-- the platform's words: send success, err(20001), or the number of a publish_status
	status VARCHAR(64) NOT NULL,
	total_count BIGINT NOT NULL,
	filtered_count BIGINT NOT NULL,
	sent_count BIGINT NOT NULL,
	failed_count BIGINT NOT NULL,
	article_id VARCHAR(128),
	reported_at DATETIME(3) NOT NULL,
	PRIMARY KEY (app_id, verb, platform_id),
	KEY push_result_reported (app_id, reported_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE push_result_article (
	app_id VARCHAR(64) NOT NULL,
	verb VARCHAR(32) NOT NULL,
	platform_id VARCHAR(64) NOT NULL,
	place INT NOT NULL,
	url VARCHAR(512) NOT NULL,
	PRIMARY KEY (app_id, verb, platform_id, place)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE push_standstill (
	-- always 1
	id INT NOT NULL,
	is_on BOOLEAN NOT NULL,
	actor_id BIGINT NOT NULL,
	changed_at DATETIME(3) NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
