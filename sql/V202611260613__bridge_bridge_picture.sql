-- The picture with the service account's QR code, as each other account has it at the platform for three days.
CREATE TABLE bridge_picture (
	app_id VARCHAR(64) NOT NULL,
	-- the address in the code of the picture
	made_of VARCHAR(255) NOT NULL,
	media_id VARCHAR(255) NOT NULL,
	uploaded_at DATETIME NOT NULL,
	valid_until DATETIME NOT NULL,
	PRIMARY KEY (app_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
