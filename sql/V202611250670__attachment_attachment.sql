-- Files that people handed in (附件). Each content lies once in education.attachment.directory under its address, an
-- HMAC; the row comes before the file and goes after it, so no file is there that no row knows.
CREATE TABLE attachment_content (
	address VARCHAR(64) NOT NULL,
	byte_size BIGINT NOT NULL,
	-- the last upload of it: a content that nobody refers to is let go an hour later
	touched_at DATETIME NOT NULL,
	PRIMARY KEY (address),
	KEY attachment_content_touched_at (touched_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE attachment (
	id BIGINT NOT NULL AUTO_INCREMENT,
	address VARCHAR(64) NOT NULL,
	-- JPEG, PNG, PDF, DOCX, XLSX, PPTX, TEXT
	kind VARCHAR(32) NOT NULL,
	byte_size BIGINT NOT NULL,
	-- what its file was called, sealed
	name VARBINARY(1000) NOT NULL,
	unit_id BIGINT NOT NULL,
	uploaded_by BIGINT NOT NULL,
	uploaded_at DATETIME NOT NULL,
	-- how many findings wait for an answer
	open_findings INT NOT NULL,
	-- in its public address; NULL: not published
	public_code VARCHAR(32),
	PRIMARY KEY (id),
	UNIQUE KEY attachment_public_code (public_code),
	KEY attachment_unit_id (unit_id, id),
	KEY attachment_open_findings (open_findings, id),
	KEY attachment_address (address)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What refers to a file; one that nothing refers to is let go after education.attachment.keep-unused-for.
CREATE TABLE attachment_owner (
	attachment_id BIGINT NOT NULL,
	owner_kind VARCHAR(32) NOT NULL,
	owner_id VARCHAR(64) NOT NULL,
	since DATETIME NOT NULL,
	PRIMARY KEY (attachment_id, owner_kind, owner_id),
	KEY attachment_owner_owner (owner_kind, owner_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What the inspection found, and what a reviewer answered.
CREATE TABLE attachment_finding (
	id BIGINT NOT NULL AUTO_INCREMENT,
	attachment_id BIGINT NOT NULL,
	code VARCHAR(32) NOT NULL,
	-- where and what, sealed: names of sheets may be names of people
	place VARBINARY(1000) NOT NULL,
	sample VARBINARY(1000) NOT NULL,
	-- OPEN, CLEANED (gone already), ACCEPTED (may stay), REPLACED (by another file)
	state VARCHAR(16) NOT NULL,
	answered_by BIGINT,
	answered_at DATETIME,
	-- why it may stay, sealed
	reason VARBINARY(2000),
	PRIMARY KEY (id),
	KEY attachment_finding_attachment (attachment_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
