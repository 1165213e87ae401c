-- Who is absent from when until when, and who acts meanwhile.
CREATE TABLE absence (
	id BIGINT NOT NULL AUTO_INCREMENT,
	person_id BIGINT NOT NULL,
	from_on DATE NOT NULL,
	-- the last day
	until_on DATE NOT NULL,
	-- NULL: nobody acts
	delegate_id BIGINT,
	recorded_by BIGINT NOT NULL,
	recorded_at DATETIME NOT NULL,
	-- NULL: was not ended early
	ended_by BIGINT,
	ended_at DATETIME,
	PRIMARY KEY (id),
	KEY absence_person (person_id, until_on),
	KEY absence_delegate (delegate_id, until_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The appointments of the absent person that the delegate may use meanwhile.
CREATE TABLE absence_loan (
	absence_id BIGINT NOT NULL,
	appointment_id BIGINT NOT NULL,
	PRIMARY KEY (absence_id, appointment_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
