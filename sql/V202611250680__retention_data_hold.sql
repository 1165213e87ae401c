-- What must not be erased for now (保留): a whole register, or a person in all of them. Person and reason are sealed.
CREATE TABLE data_hold (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- the register's code; NULL: a person
	register VARCHAR(64),
	-- the person's keys, one a line, sealed; NULL: a register, or forgotten
	person VARBINARY(4096),
	reason VARBINARY(4096),
	placed_by BIGINT NOT NULL,
	placed_at DATETIME(3) NOT NULL,
	lifted_by BIGINT,
	-- NULL: it holds
	lifted_at DATETIME(3),
	PRIMARY KEY (id),
	KEY data_hold_lifted_at (lifted_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- That something was erased: from which register, how many rows, under which rule, when. No personal data.
CREATE TABLE deletion_record (
	id BIGINT NOT NULL AUTO_INCREMENT,
	register VARCHAR(64) NOT NULL,
	-- a rule of the register, or request: somebody asked for it
	rule VARCHAR(32) NOT NULL,
	started_at DATETIME(3) NOT NULL,
	ended_at DATETIME(3) NOT NULL,
	erased_rows BIGINT NOT NULL,
	-- what a request had to leave, and why it may stay
	kept_rows BIGINT NOT NULL,
	kept_because VARCHAR(1000) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY deletion_record_run (started_at, register, rule)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
