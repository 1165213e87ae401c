-- What became of the jobs. Runs of a frequent job that went well share one row for an hour: then started_at is the
-- first one's start, ended_at the last one's end. No personal data; error is the name of an exception or a code.
CREATE TABLE job_run (
	id BIGINT NOT NULL AUTO_INCREMENT,
	job VARCHAR(100) NOT NULL,
	instance VARCHAR(64) NOT NULL,
	started_at DATETIME(3) NOT NULL,
	ended_at DATETIME(3) NOT NULL,
	runs INT NOT NULL,
	-- DONE, FAILED, LOST: the instance died or stood still in the middle
	outcome VARCHAR(16) NOT NULL,
	error VARCHAR(64),
	last_millis BIGINT NOT NULL,
	longest_millis BIGINT NOT NULL,
	PRIMARY KEY (id),
	KEY job_run_outcome (outcome, job, ended_at),
	KEY job_run_job (job, id),
	KEY job_run_ended_at (ended_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
