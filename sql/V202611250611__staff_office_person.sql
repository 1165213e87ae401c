-- People of the units. Names and phones are sealed; the indexes find a whole name or phone.
CREATE TABLE office_person (
	id BIGINT NOT NULL AUTO_INCREMENT,
	unit_id BIGINT NOT NULL,
	name VARBINARY(512) NOT NULL,
	name_index BINARY(32) NOT NULL,
	phone VARBINARY(255),
	phone_index BINARY(32),
	-- name and phone together while the person is here: nobody is entered twice
	identity_index BINARY(32),
	-- raised with every change of the person or of their rights
	version BIGINT NOT NULL,
	joined_on DATE NOT NULL,
	-- NULL: is here
	left_on DATE,
	PRIMARY KEY (id),
	UNIQUE KEY person_identity (identity_index),
	KEY person_unit (unit_id, id),
	KEY person_name (name_index, id),
	KEY person_phone (phone_index, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Who holds which role for which unit; rows are never removed, they are the history.
CREATE TABLE office_appointment (
	id BIGINT NOT NULL AUTO_INCREMENT,
	person_id BIGINT NOT NULL,
	role VARCHAR(32) NOT NULL,
	unit_id BIGINT NOT NULL,
	from_on DATE NOT NULL,
	-- the last day; NULL: no end
	until_on DATE,
	-- a person's id; 0: the system
	given_by BIGINT NOT NULL,
	given_at DATETIME NOT NULL,
	-- NULL: was not taken back
	taken_by BIGINT,
	taken_at DATETIME,
	-- the person, while this is one of the three administrators' roles and was not taken back:
	-- no one person ever holds two of them (三员分立)
	administrator_id BIGINT,
	PRIMARY KEY (id),
	UNIQUE KEY appointment_administrator (administrator_id),
	KEY appointment_person (person_id, id),
	KEY appointment_role (role, id),
	KEY appointment_unit (unit_id, taken_at),
	KEY appointment_until (until_on, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One row, raised first by whatever may end an administrator's role: such changes follow one
-- another, so that the last holder is never taken by two at once.
CREATE TABLE administrator_turn (
	id TINYINT NOT NULL,
	changes BIGINT NOT NULL,
	PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO administrator_turn (id, changes) VALUES (1, 0);
