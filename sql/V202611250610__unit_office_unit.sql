-- Units: the commission, its sections, schools and institutes, as one tree.
CREATE TABLE office_unit (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- 0 above the commission
	parent_id BIGINT NOT NULL,
	-- COMMISSION, SECTION, SCHOOL, INSTITUTE
	kind VARCHAR(16) NOT NULL,
	name VARCHAR(64) NOT NULL,
	-- the name while the unit is open, NULL after: a closed unit's name can be used again
	open_name VARCHAR(64),
	opened_at DATETIME NOT NULL,
	closed_at DATETIME,
	PRIMARY KEY (id),
	UNIQUE KEY unit_open_name (parent_id, open_name),
	KEY unit_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Every unit with itself and each unit below it, so that "this and all below" is one read of an index.
CREATE TABLE unit_reach (
	unit_id BIGINT NOT NULL,
	below_id BIGINT NOT NULL,
	PRIMARY KEY (unit_id, below_id),
	KEY unit_reach_below (below_id, unit_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One row, raised first by each change of the tree: changes follow one another.
CREATE TABLE unit_tree (
	id TINYINT NOT NULL,
	changes BIGINT NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO unit_tree (id, changes) VALUES (1, 0);
