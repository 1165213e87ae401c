-- The jobs as the instance that started last declares them, so that the doctor, who starts no module, can judge them.
CREATE TABLE job_known (
	job VARCHAR(100) NOT NULL,
	title VARCHAR(100) NOT NULL,
	-- how long it may go without a good run
	silence_seconds BIGINT NOT NULL,
	known_at DATETIME(3) NOT NULL,
	PRIMARY KEY (job)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
