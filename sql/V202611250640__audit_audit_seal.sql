-- The chain over the audit: one row an entry, inserted seconds after it; never changed.
CREATE TABLE audit_seal (
	-- 1, 2, 3 … without a gap: of two instances that seal at once one wins
	position BIGINT NOT NULL,
	entry_id BIGINT NOT NULL,
	sealed_at DATETIME(3) NOT NULL,
	-- SHA-256 over the hash before, and everything else in both rows
	hash BINARY(32) NOT NULL,
	PRIMARY KEY (position),
	UNIQUE KEY audit_seal_entry_id (entry_id),
	KEY audit_seal_sealed_at (sealed_at, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The head of the chain, once a day; the operator keeps it elsewhere too. Never changed.
CREATE TABLE audit_anchor (
	anchored_on DATE NOT NULL,
	anchored_at DATETIME(3) NOT NULL,
	-- how many entries were sealed
	position BIGINT NOT NULL,
	hash BINARY(32) NOT NULL,
	PRIMARY KEY (anchored_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What each verification of the chain found; never changed.
CREATE TABLE audit_verification (
	id BIGINT NOT NULL AUTO_INCREMENT,
	verified_at DATETIME(3) NOT NULL,
	-- how far the chain is as it was
	position BIGINT NOT NULL,
	-- the first fault, if there is one
	fault VARCHAR(32),
	fault_position BIGINT,
	fault_entry_id BIGINT,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
