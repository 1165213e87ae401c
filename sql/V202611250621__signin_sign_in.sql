-- Sign-ins of the staff (登录账号). username, password_hash and totp_secret are sealed.
CREATE TABLE sign_in (
	person_id BIGINT NOT NULL,
	username VARBINARY(512) NOT NULL,
	username_key BINARY(32) NOT NULL,
	-- Argon2id with its salt and parameters
	password_hash VARBINARY(512) NOT NULL,
	password_set_at DATETIME NOT NULL,
	-- made by somebody else: to be replaced by the person
	must_change BOOLEAN NOT NULL,
	-- of such a password; NULL: no end
	password_good_until DATETIME,
	-- NULL: no second factor yet
	totp_secret VARBINARY(512),
	-- the last step of thirty seconds whose code was used
	totp_last_step BIGINT NOT NULL,
	-- ACTIVE, DISABLED
	state VARCHAR(16) NOT NULL,
	-- raised by whatever ends sessions
	version INT NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	last_signed_in_at DATETIME,
	PRIMARY KEY (person_id),
	UNIQUE KEY sign_in_username (username_key),
	KEY sign_in_state (state, person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Passwords that may not come again; sealed like the present one.
CREATE TABLE sign_in_former_password (
	id BIGINT NOT NULL AUTO_INCREMENT,
	person_id BIGINT NOT NULL,
	password_hash VARBINARY(512) NOT NULL,
	PRIMARY KEY (id),
	KEY sign_in_former_password_person (person_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Codes for the day on which the telephone is lost, as look-up values; each is good once.
CREATE TABLE sign_in_recovery_code (
	person_id BIGINT NOT NULL,
	code_key BINARY(32) NOT NULL,
	used_at DATETIME,
	PRIMARY KEY (person_id, code_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Failed guesses, by look-up value of the user name (whether it exists or not) and of the address.
CREATE TABLE sign_in_guess (
	subject BINARY(32) NOT NULL,
	failures INT NOT NULL,
	since DATETIME NOT NULL,
	locked_until DATETIME,
	PRIMARY KEY (subject),
	KEY sign_in_guess_since (since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
